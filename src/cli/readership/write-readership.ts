import { randomBytes } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import type { Readership } from '#domain/readership.ts'

/** An article and a log a line, so that changes show well. Put in place whole, as a build may read at any moment. */
export async function writeReadership(
  file: string,
  { until, articles, logs = [] }: Readership,
): Promise<void> {
  const entries = Object.entries(articles).map(
    ([slug, hours]) => `${JSON.stringify(slug)}: ${JSON.stringify(hours)}`,
  )
  const parts = [
    ...(until === undefined ? [] : [`"until": ${JSON.stringify(until)}`]),
    `"articles": {${block(entries)}}`,
    `"logs": [${block(logs.map((log) => JSON.stringify(log)))}]`,
  ]
  const temporary = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(temporary, `{${block(parts)}}\n`)
  await rename(temporary, file)
}

function block(items: readonly string[]): string {
  return items.length > 0 ? `\n${items.join(',\n')}\n` : ''
}

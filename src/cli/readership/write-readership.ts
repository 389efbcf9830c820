import { writeAtomically } from '#cache/atomic-write.ts'
import type { Readership } from '#domain/readership.ts'

/** An article and a log a line, so that changes show well. Put in place whole, as a build may read at any moment. */
export function writeReadership(file: string, { until, articles, logs = [] }: Readership): void {
  const entries = Object.entries(articles).map(
    ([slug, hours]) => `${JSON.stringify(slug)}: ${JSON.stringify(hours)}`,
  )
  const parts = [
    ...(until === undefined ? [] : [`"until": ${JSON.stringify(until)}`]),
    `"articles": {${block(entries)}}`,
    `"logs": [${block(logs.map((log) => JSON.stringify(log)))}]`,
  ]
  writeAtomically(file, `{${block(parts)}}\n`)
}

function block(items: readonly string[]): string {
  return items.length > 0 ? `\n${items.join(',\n')}\n` : ''
}

import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Changes a word of a story near the middle of the archive, or adds a story after the newest, as scenarios ask. */
export async function editCorpus(
  articles: string,
  scenario: 'one-article' | 'new-article',
  run: number,
): Promise<void> {
  const files = (await readdir(articles, { recursive: true })).filter((file) => file.endsWith('.md')).sort()
  if (scenario === 'one-article') {
    const path = join(articles, files[Math.floor(files.length / 2)] ?? '')
    await replace(path, `${(await readFile(path, 'utf8')).trimEnd()} Changed${run}.\n`)
  } else {
    const path = join(articles, files.at(-1) ?? '')
    const text = (await readFile(path, 'utf8')).replace(/^image:\n( .*\n)+/m, '')
    const newer = text.replace(/^(publishedAt|date): .*/m, `$1: 2025-06-30T13:0${run}:00Z`)
    await replace(path.replace(/[^/]*\.md$/, `zz-new-${run}.md`), newer)
  }
}

/** Never into the bytes of a file: others may be links to it. */
async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}

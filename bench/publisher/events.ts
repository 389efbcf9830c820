import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

interface Occasion {
  newsroom: string
  /** From 0. */
  run: number
  /** Of the publication, in milliseconds since 1970. */
  clock: number
}

export interface Saved {
  /** A page that has to change, and what it has to hold then. */
  path: string
  text: string
  /** Whether what was saved comes due only later. */
  prepare?: boolean
}

/** Something that happens in a newsroom. */
export type Event = (occasion: Occasion) => Promise<Saved>

export const EVENTS: Record<string, Event> = {
  'a word in an old article': async ({ newsroom, run }) => changeWord(newsroom, 0.5, `Changed${run}`),
  'a new article': ({ newsroom, run, clock }) => addArticle(newsroom, `new-${run}`, clock - 1000),
  'an embargo that ends': async ({ newsroom, run, clock }) => ({
    ...(await addArticle(newsroom, `embargoed-${run}`, clock)),
    prepare: true,
  }),
  'a burst of 10 files': async ({ newsroom, run }) => {
    for (let i = 0; i < 9; i++) await changeWord(newsroom, i / 10, `Burst${run}`)
    return changeWord(newsroom, 0.9, `Burst${run}`)
  },
}

/** @param place of the article among all, from 0 to 1 */
async function changeWord(newsroom: string, place: number, word: string): Promise<Saved> {
  const files = await articlesIn(newsroom)
  const path = files[Math.floor(files.length * place)] as string
  const text = await readFile(path, 'utf8')
  await replace(path, `${text.trimEnd()} ${word}.\n`)
  return { path: addressOf(path, text), text: word }
}

async function addArticle(newsroom: string, name: string, at: number): Promise<Saved> {
  const newest = (await articlesIn(newsroom))
    .filter((file) => !/(new|embargoed)-\d+\.md$/.test(file))
    .at(-1) as string
  const text = (await readFile(newest, 'utf8'))
    .replace(/^image:\n( .*\n)+/m, '')
    .replace(/^title: .*/m, `title: "Called ${name}"`)
    .replace(/^publishedAt: .*/m, `publishedAt: ${new Date(at).toISOString()}`)
  const path = newest.replace(/[^/]*\.md$/, `zz-${name}.md`)
  await replace(path, text)
  return { path: addressOf(path, text), text: `Called ${name}` }
}

async function articlesIn(newsroom: string): Promise<string[]> {
  const folder = join(newsroom, 'articles')
  const files = await readdir(folder, { recursive: true })
  return files
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => join(folder, file))
}

function addressOf(path: string, text: string): string {
  return `/${/^category: (.*)/m.exec(text)?.[1]}/${basename(path, '.md')}/`
}

/** As editors and syncs save a file. */
async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}

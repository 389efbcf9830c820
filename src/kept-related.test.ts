import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { article, editionOf } from '../tests/support/newsroom.ts'
import { relatedIn } from '#domain/related.ts'
import { keptRelated } from './kept-related.ts'

let file = ''
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warta-related-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  file = join(folder, 'caches/related')
})

const ENTRIES = [
  article('one', { tags: ['Port', 'Rice'] }),
  article('two', { tags: ['Port'] }),
  article('three', { tags: ['Rice'] }),
]

/** Slugs of what is related to each, by what is kept, and by what is found now. */
async function bothWays(entries = ENTRIES, limit = 5) {
  const { articles } = editionOf(entries)
  const [kept, found] = [await keptRelated(file, articles, limit), relatedIn(articles, limit)]
  return [kept, found].map((related) => articles.map((article) => related(article).map(({ slug }) => slug)))
}

test.each<[string, () => Promise<unknown>]>([
  ['nothing is kept', () => Promise.resolve()],
  ['the same is kept', () => bothWays()],
  ['what is kept is of other tags', () => bothWays(ENTRIES.map(({ slug }) => article(slug, {})))],
  ['what is kept is of another limit', () => bothWays(ENTRIES, 1)],
  ['what is kept is of fewer articles', () => bothWays(ENTRIES.slice(1))],
  [
    'what is kept is damaged',
    async () => {
      await bothWays()
      await writeFile(file, (await readFile(file)).fill('x', 70, 75))
    },
  ],
])('where %s, it is as if it were found now', async (_, before) => {
  await before()
  const [kept, found] = await bothWays()
  expect(kept).toEqual(found)
  expect(kept?.flat()).not.toEqual([])
})

test('what has not changed is not written again', async () => {
  await bothWays()
  const { mtimeMs, ino } = await stat(file)
  await bothWays(ENTRIES.map((entry) => ({ ...entry, words: 1 })))
  expect(await stat(file)).toMatchObject({ mtimeMs, ino })
})

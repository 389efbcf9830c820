import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { article, editionOf } from '../../tests/support/newsroom.ts'
import { relatedIn } from '#domain/related.ts'
import { cachedRelated } from './cached-related.ts'

let caches = ''
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warta-related-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  caches = join(folder, 'caches')
})

const ENTRIES = [
  article('one', { tags: ['Port', 'Rice'] }),
  article('two', { tags: ['Port'] }),
  article('three', { tags: ['Rice'] }),
]

/** Slugs of what is related to each article, by the cache and as it is found now. */
function bothWays(entries = ENTRIES, limit = 5) {
  const { articles } = editionOf(entries)
  const [cached, found] = [cachedRelated(caches, [articles], limit), relatedIn(articles, limit)]
  return [cached, found].map((related) => articles.map((article) => related(article).map(({ slug }) => slug)))
}

test.each<[string, () => unknown]>([
  ['nothing is cached', () => {}],
  ['the same is cached', () => bothWays()],
  ['what is cached is of other tags', () => bothWays(ENTRIES.map(({ slug }) => article(slug, {})))],
  ['what is cached is of another limit', () => bothWays(ENTRIES, 1)],
  ['what is cached is of fewer articles', () => bothWays(ENTRIES.slice(1))],
  [
    'what is cached is damaged',
    async () => {
      bothWays()
      await writeFile(join(caches, 'related'), (await readFile(join(caches, 'related'))).fill('x', 70, 75))
    },
  ],
])('where %s, it is as if it were found now', async (_, before) => {
  await before()
  const [cached, found] = bothWays()
  expect(cached).toEqual(found)
  expect(cached?.flat()).not.toEqual([])
})

test('what has not changed is not written again', async () => {
  bothWays()
  const { mtimeMs, ino } = await stat(join(caches, 'related'))
  bothWays(ENTRIES.map((entry) => ({ ...entry, words: 1 })))
  expect(await stat(join(caches, 'related'))).toMatchObject({ mtimeMs, ino })
})

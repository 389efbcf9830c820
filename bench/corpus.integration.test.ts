import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { countWords } from '#domain/text.ts'
import { corpus } from './corpus.ts'
import { randomFrom, zipf } from './random.ts'

const SLOW = 180_000

async function digestsOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const digests = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ),
  )
  return new Map(files.map((file, i) => [file.slice(folder.length), digests[i] ?? '']))
}

test('the same parameters make the same bytes, another seed others', { timeout: SLOW }, async () => {
  const folder = await corpus({ articles: 20 })
  await rm(folder, { recursive: true })
  expect(await corpus({ articles: 20 })).toBe(folder)
  const once = await digestsOf(folder)
  await rm(folder, { recursive: true })
  await corpus({ articles: 20 })
  expect(await digestsOf(folder)).toEqual(once)
  const other = await digestsOf(await corpus({ articles: 20, seed: 2 }))
  expect([...other.keys()].filter((file) => file.endsWith('.md') && once.has(file))).toEqual([
    '/src/content/pages/about.md',
  ])
})

test('the check has nothing to say of it, and it is what it says it is', { timeout: SLOW }, async () => {
  const folder = newsroomFolder(await corpus({ articles: 300 }))
  const files = await readNewsroom(folder)
  expect(await checkNewsroom(files, await readSite(folder))).toEqual([])
  const { articles, authors, categories } = files.sources
  expect([articles.length, authors.length, categories.length]).toEqual([300, 200, 12])
  const words = articles.map(({ body }) => countWords(body))
  expect(Math.min(...words)).toBeGreaterThanOrEqual(800)
  expect(Math.max(...words)).toBeLessThanOrEqual(1200)
  expect(articles.filter(({ data }) => data.image)).toHaveLength(30)
  expect(articles.filter(({ data }) => data.updatedAt)).toHaveLength(37)
  expect(articles.filter((article) => article.parts().links.length >= 2).length).toBeGreaterThan(270)
})

test('ranks are drawn by their weights', () => {
  const random = randomFrom(7)
  const draw = zipf(4, 1, 1)
  const drawn = [0, 0, 0, 0]
  for (let i = 0; i < 250_000; i++) {
    const rank = draw(random)
    drawn[rank] = (drawn[rank] ?? 0) + 1
  }
  // 1, 1/2, 1/3 and 1/4 of their sum, 25/12
  expect(drawn.map((count) => Math.round(count / 2_500))).toEqual([48, 24, 16, 12])
})

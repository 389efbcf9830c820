import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentOf, filesOf, FIXTURE, FIXTURE_DIST } from './support/sites.ts'

const MARKERS = ['zorblaxdraft', 'quuxembargo']
const HIDDEN_IMAGES = [
  'articles/2025/06/secret-draft/zorblaxdraftpicture.jpg',
  'articles/2025/06/secret-draft/zorblaxdraftinline.png',
  'articles/2025/07/quuxembargopicture.jpg',
  'src/content/authors/zorblaxdraftphoto.png',
  'src/content/series/quuxembargoseriespicture.png',
]

test('the markers are where the test looks for them', async () => {
  const files = await filesOf(join(FIXTURE, 'articles'))
  const bytes = await Promise.all(files.map((file) => readFile(join(FIXTURE, 'articles', file), 'latin1')))
  for (const marker of MARKERS) {
    expect(bytes.join('').toLowerCase()).toContain(`${marker} body`)
    expect(bytes.join('').toLowerCase()).toContain(`${marker}exif`)
    expect(files.join('\n')).toContain(marker)
  }
})

test('nothing of a draft or an embargoed article is published', async () => {
  const hidden = await Promise.all(HIDDEN_IMAGES.map((path) => digest(join(FIXTURE, path))))
  for (const file of await filesOf(FIXTURE_DIST)) {
    const path = join(FIXTURE_DIST, file)
    const text = `${file}\n${await contentOf(path)}`.toLowerCase()
    for (const marker of MARKERS) expect(text.includes(marker), `${marker} in ${file}`).toBe(false)
    expect(hidden, file).not.toContain(await digest(path))
  }
})

test('the search index is looked into, not at', async () => {
  const index = (await filesOf(FIXTURE_DIST)).filter((file) => file.startsWith('pagefind/'))
  const texts = await Promise.all(index.map((file) => contentOf(join(FIXTURE_DIST, file))))
  expect(texts.some((text) => text.includes('several agreements'))).toBe(true)
})

async function digest(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}

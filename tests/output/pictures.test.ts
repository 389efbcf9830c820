import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, FIXTURE, FIXTURE_DIST, readFixture } from '../support/sites.ts'

const PHOTO = join(FIXTURE, 'articles/2025/06/harbour.jpg')
/** In the photograph's EXIF, beside a position. */
const MARKER = 'Wheretakenexif'

test('a photograph is published without its original file, and without what the camera wrote into it', async () => {
  expect((await readFile(PHOTO)).includes(MARKER)).toBe(true)
  const pictures = (await filesOf(FIXTURE_DIST)).filter((file) => /\/harbour\.[^/]+$/.test(file))
  expect(pictures.length).toBeGreaterThan(4)
  for (const file of await filesOf(FIXTURE_DIST)) {
    const bytes = await readFile(join(FIXTURE_DIST, file))
    expect(bytes.includes(MARKER), file).toBe(false)
    if (pictures.includes(file)) expect(bytes.includes('Exif'), file).toBe(false)
  }
})

test('a picture with a focus is cut around it, on its page and in lists', async () => {
  for (const page of ['index.html', 'world/index.html', 'world/harbour-opens/index.html']) {
    const pictures = (await readFixture(page)).match(/<img[^>]+harbour\.[^>]+>/g) ?? []
    expect(pictures.length, page).toBeGreaterThan(0)
    for (const picture of pictures) expect(picture, page).toContain('data-focus-x="30" data-focus-y="60"')
  }
})

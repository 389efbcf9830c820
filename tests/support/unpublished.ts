import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentOf, filesOf, FIXTURE } from './sites.ts'

/** In every text and file name of the fixture's draft, and of its embargoed article. */
export const MARKERS = ['zorblaxdraft', 'quuxembargo'] as const

/** Where a marker stands in the fixture's unpublished articles, as `marker` and these words behind it. */
export const PLANTED = [
  ' title',
  ' description',
  ' body',
  ' alt',
  ' caption',
  ' credit',
  ' comment',
  ' reader',
  'tag',
  'alias',
  'author',
  'exif',
  'xmp',
]

const HIDDEN_IMAGES = [
  'articles/2025/06/secret-draft/zorblaxdraftpicture.jpg',
  'articles/2025/06/secret-draft/zorblaxdraftinline.png',
  'articles/2025/07/quuxembargopicture.jpg',
  'src/content/authors/zorblaxdraftphoto.png',
  'src/content/series/quuxembargoseriespicture.png',
]

/** Every place below a folder, hidden files and empty folders too, where something of an unpublished article stands. */
export async function leaksIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return [...names.flatMap(leaksOfName), ...(await leaksInFiles(folder, await filesOf(folder)))]
}

/**
 * The files of a folder that were written since a moment, by their paths from it:
 * of a checkout the output, and all that a build leaves for the next one.
 * @param since milliseconds
 */
export async function writtenSince(since: number, folder: string): Promise<string[]> {
  const files = await filesOf(folder)
  return files.filter((file) => statSync(join(folder, file)).ctimeMs >= since)
}

/** The same of the content of some files, by their paths from a folder. */
export async function leaksInFiles(folder: string, files: readonly string[]): Promise<string[]> {
  const hidden = await Promise.all(
    HIDDEN_IMAGES.map(async (path) => digest(await readFile(join(FIXTURE, path)))),
  )
  const leaks: string[] = []
  for (const file of files) {
    const path = join(folder, file)
    leaks.push(...marksOf(withPacked(await contentOf(path))).map((marker) => `${marker} is in ${file}`))
    if (hidden.includes(digest(await readFile(path)))) leaks.push(`${file} is an unpublished picture`)
  }
  return leaks
}

function leaksOfName(name: string): string[] {
  return marksOf(name).map((marker) => `${marker} is the name of ${name}`)
}

/** A text and what stands in it as base64, as an article does in Astro's store. */
function withPacked(text: string): string {
  const packed = text.match(/[A-Za-z\d+/]{40,}={0,2}/g) ?? []
  return [text, ...packed.map((piece) => Buffer.from(piece, 'base64').toString('latin1'))].join('\n')
}

function marksOf(text: string): string[] {
  const lower = text.toLowerCase()
  return MARKERS.filter((marker) => lower.includes(marker))
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

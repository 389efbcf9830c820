import { hash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'

export const FIXTURE = 'tests/fixtures/newsroom'
/** The path in its `url`. */
export const FIXTURE_BASE = '/daily/'
export const FIXTURE_DIST = '.cache/test/fixture'
/** A newsroom with Indonesian chrome and articles in four languages. */
export const LANGUAGES = 'tests/fixtures/languages'
export const LANGUAGES_DIST = '.cache/test/languages'
/** A newsroom with Arabic chrome and articles in Arabic and English. */
export const ARABIC = 'tests/fixtures/arabic'
export const ARABIC_DIST = '.cache/test/arabic'
/** A newsroom in Indonesian with an English and an Arabic chrome beside it. */
export const BILINGUAL = 'tests/fixtures/bilingual'
export const BILINGUAL_BASE = '/harian/'
export const BILINGUAL_DIST = '.cache/test/bilingual'
export const SAMPLE = '.'
export const SAMPLE_DIST = '.cache/test/sample'

/** All files below a folder, their paths from it, in order. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** A digest of each file below a folder, by its path from it. */
export async function digestsOf(folder: string): Promise<Record<string, string>> {
  const files = await filesOf(folder)
  const entries = files.map(
    async (file) => [file, hash('sha256', await readFile(join(folder, file)))] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

/** A file's bytes as text, unpacked where they are packed, as the search index is. */
export async function contentOf(path: string): Promise<string> {
  const bytes = await readFile(path)
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return (isGzip ? gunzipSync(bytes) : bytes).toString('latin1')
}

export function readFixture(path: string): Promise<string> {
  return readFile(join(FIXTURE_DIST, path), 'utf8')
}

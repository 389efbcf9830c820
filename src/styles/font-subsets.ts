import { readFileSync } from 'node:fs'
import subsetFont from 'subset-font'
import { cacheFolder } from '#cache/caches.ts'
import { contentDigest } from '#cache/content-digest.ts'
import { alphabetOf } from './alphabets.ts'
import type { FontFamily } from './font-schema.ts'
import { codePointsOf, rangesOf } from './unicode-range.ts'

type FontFile = FontFamily['files'][number]

/** A file that pages load, and the letters that they load it for. */
export interface FontSubset {
  path: string
  unicodeRange: string[]
}

/** What the style sheets ask of a font, or a browser asks by itself: ligatures, kerning, marks, figures of one width. */
const FEATURES = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'tnum']

/**
 * Divides a font into the letters of the outlet's languages, which every page has, and what is left, which few have.
 * What is in an article changes neither. Widths and heights stay as they are, so that nothing moves.
 * @param path of the whole font
 * @param caches the folder of the outlet's caches
 * @throws Error that names the file, for one that is no font or cannot be divided as `file` says
 */
export async function fontSubsets(
  path: string,
  file: FontFile,
  languages: readonly string[],
  caches: string,
): Promise<FontSubset[]> {
  const all = codePointsOf(file.unicodeRange ?? [])
  const known = alphabetOf(languages) ?? all
  const parts = [all.intersection(known), all.difference(known)].filter(({ size }) => size > 0)
  return Promise.all(parts.map((points) => fontSubset(path, points, file, caches)))
}

async function fontSubset(
  path: string,
  points: ReadonlySet<number>,
  file: FontFile,
  caches: string,
): Promise<FontSubset> {
  const [min = 400, max] = file.weight.split(' ').map(Number)
  const unicodeRange = rangesOf(points)
  const font = readFileSync(path)
  const cache = cacheFolder('fonts', caches)
  const key = contentDigest(JSON.stringify([contentDigest(font), unicodeRange, file.weight]))
  const cached = cache.get(key)
  if (cached) return { path: cached.path, unicodeRange }
  const cut = (axes: { variationAxes?: Record<string, number | { min: number; max: number }> }) => {
    // The package's types do not know the features yet.
    const options = { targetFormat: 'woff2' as const, keepFeatures: FEATURES, ...axes }
    return subsetFont(font, String.fromCodePoint(...points), options)
  }
  let subset: Buffer
  try {
    subset = await cut({ variationAxes: { wght: max === undefined ? min : { min, max } } })
      // A font of one weight has no axis to be cut.
      .catch(() => cut({}))
  } catch (cause) {
    throw new Error(`${file.file} cannot be divided: take "subset" out of its entry in the theme.`, { cause })
  }
  const made = cache.put(key, subset)
  if (made === undefined) throw new Error(`${caches} cannot be written to.`)
  return { path: made, unicodeRange }
}

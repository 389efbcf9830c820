import { slugify } from './slug.ts'

/**
 * The signs that make a tag another one: `C++` and `C#` are not `C`. Each is spoken in English whatever the
 * outlet's language, so that no address depends on a setting. Signs that only join or mark words, as those of
 * `R&B`, `A/B`, `#MeToo` and `@kompas`, stay what they are in every slug: a hyphen, or nothing.
 */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  // Next to a word: "A + B" only joins.
  [/(?<=[\p{L}\p{N}+])\+|\+(?=[\p{L}\p{N}+])/gu, ' plus '],
  // "C#" and "C♯", not "#MeToo".
  [/(?<=[\p{L}\p{N}])[#♯]/gu, ' sharp '],
  [/(?<=\p{N}\s?)%/gu, ' percent '],
  [/(?<=\p{N}\s?)‰/gu, ' permille '],
  // ".NET" and ".id", not "Node.js" or "…".
  [/(?<![\p{L}\p{M}\p{N}.])\.(?=[\p{L}\p{N}])/gu, ' dot '],
  // The rating "BBB-" and "-5 °C", not "Timor-Leste".
  [/(?<=[\p{L}\p{N}])[-−]$|^[-−](?=\p{N})/gu, ' minus '],
]

/**
 * The URL form of a tag: its words, and its signs where they tell it from another tag. Equal for spellings that
 * differ in case and marks; always a slug.
 */
export function tagSlug(name: string): string {
  const composed = name.normalize('NFKC').trim()
  return slugify(SPOKEN.reduce((text, [sign, word]) => text.replace(sign, word), composed))
}

/** What of a tag's name tells it from others beyond case, marks, and how its words are joined. */
export function tagLabel(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\d])\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{Pd}_'’‘]+/gu, ' ')
    .trim()
}

import { isPluralForms, type PluralForms } from './plural.ts'

/** One text of a dictionary, and the keys that lead to it. */
export interface TextPlace {
  path: readonly string[]
  text: string | PluralForms
}

/** Every text of a dictionary, or of a part of one, in its order. What is no text is passed over. */
export function textPlaces(texts: unknown, path: readonly string[] = []): TextPlace[] {
  if (typeof texts === 'string' || isPluralForms(texts)) return [{ path, text: texts }]
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([key, value]) => textPlaces(value, [...path, key]))
}

/** The English texts, by their paths, that none of several dictionaries has. */
export function missingTexts(english: object, dictionaries: readonly unknown[]): TextPlace[] {
  const given = new Set(dictionaries.flatMap((texts) => textPlaces(texts)).map(({ path }) => path.join('.')))
  return textPlaces(english).filter(({ path }) => !given.has(path.join('.')))
}

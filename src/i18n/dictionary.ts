import { en } from './en.ts'
import { id } from './id.ts'
import type { Dictionary } from './texts.ts'

const dictionaries = { en, id } satisfies Record<string, Dictionary>
type Locale = keyof typeof dictionaries

/** The texts of a locale; of a BCP 47 tag by its language, English for those we do not speak. */
export function dictionaryFor(tag: string): Dictionary {
  return dictionaries[localeFor(tag)]
}

/** Which of our languages a BCP 47 tag is answered in. */
export function localeFor(tag: string): Locale {
  const language = tag.toLowerCase().split('-')[0] ?? ''
  return language in dictionaries ? (language as Locale) : 'en'
}

/** Puts values into a text: `fill('{n} more', { n: 3 })` is `3 more`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

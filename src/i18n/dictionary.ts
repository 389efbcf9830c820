import { isLanguage } from '#domain/language.ts'
import type { Texts } from './define-texts.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import { isPluralForms } from './plural.ts'
import type { Dictionary } from './texts.ts'

/** What the program speaks by itself, whole. */
const OWN: Readonly<Record<string, Dictionary>> = { en, id }
/** What stands in where a language has no text. */
const LAST_RESORT = 'en'

/** An outlet's own texts by the BCP 47 tags of their languages, as the files of `src/texts/` are named. */
export type OutletTexts = Readonly<Record<string, Texts>>

export interface Languages {
  /** The tag under which texts for a BCP 47 tag are known; English for a language in which there are none. */
  localeFor(tag: string): string
  /** The texts of a language: an outlet's over the program's, of a country's or a script's over the language's, over English. */
  dictionaryFor(tag: string): Dictionary
}

/** The languages of the program and of an outlet. */
export function languagesWith(outlet: OutletTexts = {}): Languages {
  const known = new Map<string, Dictionary>()
  const make = (tag: string) =>
    [LAST_RESORT, ...lookUp(tag).reverse()].reduce<Dictionary>(
      (base, step) => overlaid(own(OWN, step) ?? base, own(outlet, step)),
      en,
    )
  return {
    localeFor: (tag) => lookUp(tag).find((step) => own(OWN, step) ?? own(outlet, step)) ?? LAST_RESORT,
    dictionaryFor(tag) {
      const dictionary = known.get(tag) ?? make(tag)
      known.set(tag, dictionary)
      return dictionary
    },
  }
}

/** Whether the program has texts of its own for a tag. */
export function isOwnLanguage(tag: string): boolean {
  return lookUp(tag).some((step) => own(OWN, step) !== undefined)
}

/** A tag and what it is a kind of, the narrowest first: `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647, 3.4). */
export function lookUp(tag: string): string[] {
  if (!isLanguage(tag)) return []
  const parts = new Intl.Locale(tag).baseName.split('-')
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'))
}

/** Puts values into a text: `fill('{n} more', { n: 3 })` is `3 more`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Texts with others in their places. What fits none of them is passed over: it is for the desk to tell. */
function overlaid<T>(base: T, over: unknown): T {
  if (typeof base === 'string') return typeof over === 'string' ? (over as T) : base
  if (isPluralForms(base)) return isPluralForms(over) ? (over as T) : base
  if (typeof over !== 'object' || over === null) return base
  const texts = over as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(base as object).map(([key, text]) => [key, overlaid(text, own(texts, key))]),
  ) as T
}

/** What a record itself holds under a key. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

import { nearest } from '#domain/nearest.ts'
import { faultOfLine } from '#domain/written-text.ts'
import { en } from './en.ts'
import { formsOfNumbers, isPluralForms, PLURAL_FORMS, type PluralForms } from './plural.ts'
import { textPlaces } from './text-places.ts'

/** Something that is wrong in an outlet's texts, as a sentence that names the text. */
export interface TextFault {
  /** The keys that lead to it. */
  path: readonly string[]
  message: string
}

const VALUE = /\{(\w+)\}/g

/**
 * What is wrong in an outlet's texts of a language: keys that there are none of, values that are no texts, and texts
 * that lack a `{value}` or have one that stands for nothing.
 */
export function faultsOfTexts(texts: unknown, locale: string): TextFault[] {
  return faultsIn(texts, en, [], locale)
}

/** The plural forms that a language has and a text of it lacks. */
export function missingForms(texts: unknown, locale: string): { path: readonly string[]; forms: string[] }[] {
  const wanted = [...formsOfNumbers(locale).keys()]
  return textPlaces(texts).flatMap(({ path, text }) => {
    if (typeof text === 'string') return []
    const forms = wanted.filter((form) => text[form as Intl.LDMLPluralRule] === undefined)
    return forms.length > 0 ? [{ path, forms }] : []
  })
}

function faultsIn(given: unknown, english: unknown, path: readonly string[], locale: string): TextFault[] {
  if (typeof english === 'string') return faultsOfText(given, english, path)
  if (isPluralForms(english)) return faultsOfForms(given, english, path, locale)
  if (!isGroup(given)) return [fault(path, `${named(path)} must be a group of texts: { … }.`)]
  const known = english as Record<string, unknown>
  return Object.entries(given).flatMap(([key, value]) =>
    Object.hasOwn(known, key)
      ? faultsIn(value, known[key], [...path, key], locale)
      : [unknownKey([...path, key], Object.keys(known), 'a text')],
  )
}

function faultsOfForms(
  given: unknown,
  english: PluralForms,
  path: readonly string[],
  locale: string,
): TextFault[] {
  if (!isGroup(given) || !Object.hasOwn(given, 'other'))
    return [fault(path, `${named(path)} must have plural forms, "other" at least: { other: "…" }.`)]
  const numbers = formsOfNumbers(locale)
  return Object.entries(given).flatMap(([form, value]) => {
    const at = [...path, form]
    if (!PLURAL_FORMS.includes(form)) return [unknownKey(at, PLURAL_FORMS, 'a plural form')]
    // A form of one number alone may say it in a word, or not at all.
    const isOfOne = form !== 'other' && (numbers.get(form)?.length ?? 0) <= 1
    return faultsOfText(value, english.other, at, isOfOne ? ['count'] : [])
  })
}

/** @param optional values of the English text that this one may do without */
function faultsOfText(
  given: unknown,
  english: string,
  path: readonly string[],
  optional: readonly string[] = [],
): TextFault[] {
  if (typeof given !== 'string')
    return [fault(path, `${named(path)} is ${JSON.stringify(given)}, but must be text: put it in quotes.`)]
  const wrong = faultOfLine(given)
  if (wrong) return [fault(path, `${named(path)} ${wrong}.`)]
  const wanted = valuesIn(english)
  const found = valuesIn(given)
  const lacking = wanted.filter((value) => !found.includes(value) && !optional.includes(value))
  const foreign = found.filter((value) => !wanted.includes(value))
  return [
    ...lacking.map((value) => fault(path, `${named(path)} lacks {${value}}, in whose place a value is put.`)),
    ...foreign.map((value) => {
      const meant = nearest(value, wanted)
      const advice = meant ? ` Did you mean {${meant}}?` : ''
      return fault(path, `${named(path)} has {${value}}, for which there is no value.${advice}`)
    }),
    ...(/[{}]/.test(given.replace(VALUE, ''))
      ? [fault(path, `${named(path)} has a brace that belongs to no {value}.`)]
      : []),
  ]
}

function unknownKey(path: readonly string[], known: readonly string[], noun: string): TextFault {
  const meant = nearest(path.at(-1) ?? '', known)
  return fault(path, `${named(path)} is not ${noun}.${meant ? ` Did you mean "${meant}"?` : ''}`)
}

function valuesIn(text: string): string[] {
  return [...new Set([...text.matchAll(VALUE)].map(([, value = '']) => value))]
}

function named(path: readonly string[]): string {
  return path.length === 0 ? 'What this file exports' : `"${path.join('.')}"`
}

function fault(path: readonly string[], message: string): TextFault {
  return { path, message }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { languageName } from '#domain/language.ts'
import { fill, type Languages } from './dictionary.ts'

/** The offer of a text in a language, said in that language where there are texts in it, else in English. */
export function readIn(tag: string, { dictionaryFor, localeFor }: Languages): { text: string; lang: string } {
  const lang = localeFor(tag)
  return { text: fill(dictionaryFor(lang).readIn, { language: languageName(tag, lang) }), lang }
}

import { directionOf, languageMarks } from '#domain/language.ts'
import { outletTexts } from '#i18n/outlet-texts.ts'
import { site } from '#site.ts'
import { languagesWith } from './dictionary.ts'
import { formatDate, formatMoment } from './format.ts'

/** The texts of every language that the program or the outlet has some in. */
export const { dictionaryFor, localeFor } = languagesWith(outletTexts)

/** The chrome's texts, dates and numbers, in the language that the config names. */
export const t = dictionaryFor(site.locale)

const numbers = new Intl.NumberFormat(site.locale)

export const showMoment = (moment: Date) => formatMoment(moment, site.locale, site.timeZone)
export const showDate = (moment: Date) => formatDate(moment, site.locale, site.timeZone)
export const showNumber = (number: number) => numbers.format(number)

/** Marks of a document that is the chrome's: browsers take one from left to right that does not say otherwise. */
export const documentMarks = {
  lang: site.locale,
  dir: directionOf(site.locale) === 'rtl' ? ('rtl' as const) : undefined,
}

/** Marks of a text in a language that stands in the chrome: none for a text of the chrome itself. */
export const inChrome = (tag: string = site.locale) => languageMarks(tag, site.locale)

/** Marks of the chrome where it stands in a text of a language. */
export const chromeIn = (tag: string) => languageMarks(site.locale, tag)

/** Marks of what an outlet writes of itself, in the language of its articles: names of sections, topics and series. */
export const outletMarks = inChrome(site.articleLanguage)

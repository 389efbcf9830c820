import { languageMarks } from '#domain/language.ts'
import { site } from '#site.ts'
import { dictionaryFor } from './dictionary.ts'
import { formatDate, formatMoment } from './format.ts'

/** The chrome's texts and dates, in the language that the config names. */
export const t = dictionaryFor(site.locale)

export const showMoment = (moment: Date) => formatMoment(moment, site.locale, site.timeZone)
export const showDate = (moment: Date) => formatDate(moment, site.locale, site.timeZone)

/** Marks of a text in a language that stands in the chrome: none for a text of the chrome itself. */
export const inChrome = (tag: string = site.locale) => languageMarks(tag, site.locale)

/** Marks of the chrome where it stands in a text of a language. */
export const chromeIn = (tag: string) => languageMarks(site.locale, tag)

/** Marks of what an outlet writes of itself, in the language of its articles: names of sections, topics and series. */
export const outletMarks = inChrome(site.articleLanguage)

import { directionOf, type LanguageMarks, languageMarks } from '#domain/language.ts'
import type { OwnWord } from '#domain/language-settings.ts'
import { isSaidIn, type Language, languageFor, languagesOf, siteIn } from '#domain/languages.ts'
import { type Links, linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { outletTexts } from '#i18n/outlet-texts.ts'
import { site as outlet } from '#site.ts'
import { languagesWith } from './dictionary.ts'
import { formatDate, formatHour, formatMoment } from './format.ts'
import type { Dictionary } from './texts.ts'

/** The texts of every language that the program or the outlet has some in. */
export const { dictionaryFor, localeFor } = languagesWith(outletTexts)

/** All that stands around articles: the outlet's settings and addresses, its texts, dates and numbers, in one language. */
export interface Chrome {
  language: Language
  /** The settings as the config has them. */
  outlet: Site
  /** The settings as they are in this language. */
  site: Site
  links: Links
  t: Dictionary
  showMoment(moment: Date): string
  showDate(moment: Date): string
  showHour(moment: Date): string
  showNumber(number: number): string
  /** Marks of a document that is the chrome's: browsers take one from left to right that does not say otherwise. */
  documentMarks: { lang: string; dir: 'rtl' | undefined }
  /** Marks of a text in a language that stands in the chrome: none for a text of the chrome itself. */
  inChrome(tag?: string): LanguageMarks
  /** Marks of the chrome where it stands in a text of a language. */
  chromeIn(tag: string): LanguageMarks
  /** Marks of what an outlet writes among its articles, in their language: names of topics, say. */
  outletMarks: LanguageMarks
  /** Marks of a section, a series or an author: what the outlet writes of them may be in another language. */
  marksOf(named: { lang?: string }): LanguageMarks
  /** Marks of what the outlet says in its main language alone. */
  mainMarks: LanguageMarks
  /** Marks of what the outlet says of itself: of what is not said in this language, those of the main one. */
  marksOfWord(word: OwnWord): LanguageMarks
}

function makeChrome(language: Language): Chrome {
  const site = siteIn(outlet, language)
  const { locale, timeZone, articleLanguage } = site
  const numbers = new Intl.NumberFormat(locale)
  const inChrome = (tag: string = locale) => languageMarks(tag, locale)
  return {
    language,
    outlet,
    site,
    links: linksFor(outlet, language),
    t: dictionaryFor(locale),
    showMoment: (moment) => formatMoment(moment, locale, timeZone),
    showDate: (moment) => formatDate(moment, locale, timeZone),
    showHour: (moment) => formatHour(moment, locale, timeZone),
    showNumber: (number) => numbers.format(number),
    documentMarks: { lang: locale, dir: directionOf(locale) === 'rtl' ? 'rtl' : undefined },
    inChrome,
    chromeIn: (tag) => languageMarks(locale, tag),
    outletMarks: inChrome(articleLanguage),
    marksOf: ({ lang = articleLanguage }) => inChrome(lang),
    mainMarks: inChrome(outlet.locale),
    marksOfWord: (word) => (isSaidIn(outlet, language, word) ? {} : inChrome(outlet.locale)),
  }
}

/** Those of all languages of the outlet, the main one first. */
export const chromes = languagesOf(outlet).map(makeChrome) as [Chrome, ...Chrome[]]

const [main] = chromes
const byPath = new Map(chromes.map((chrome) => [chrome.language.path, chrome]))

/** The chrome of a page, by the pattern of its route; components hand over `Astro`, `getStaticPaths` what it is given. */
export function chromeOf({ routePattern }: { routePattern: string }): Chrome {
  return byPath.get(routePattern.split('/')[1] ?? '') ?? main
}

/** The chrome in which the outlet shows what is written in a language. */
export function chromeFor(tag: string): Chrome {
  return byPath.get(languageFor(tag, outlet).path) ?? main
}

/** The chrome of what is there once for the whole outlet, in the language that the config names first. */
export const { t } = main
/** @public Components that outlets have copied name these too. */
export const { showMoment, showDate, showNumber, documentMarks, inChrome, chromeIn, outletMarks } = main

import { directionOf, type LanguageMarks, languageMarks } from '#domain/language.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { outletTexts } from '#i18n/outlet-texts.ts'
import { links, site } from '#site.ts'
import { languagesWith } from './dictionary.ts'
import { formatDate, formatMoment } from './format.ts'
import type { Dictionary } from './texts.ts'

/** The texts of every language that the program or the outlet has some in. */
export const { dictionaryFor, localeFor } = languagesWith(outletTexts)

/** All that stands around articles: the outlet's settings and addresses, its texts, dates and numbers, in one language. */
export interface Chrome {
  site: Site
  links: Links
  t: Dictionary
  showMoment(moment: Date): string
  showDate(moment: Date): string
  showNumber(number: number): string
  /** Marks of a document that is the chrome's: browsers take one from left to right that does not say otherwise. */
  documentMarks: { lang: string; dir: 'rtl' | undefined }
  /** Marks of a text in a language that stands in the chrome: none for a text of the chrome itself. */
  inChrome(tag?: string): LanguageMarks
  /** Marks of the chrome where it stands in a text of a language. */
  chromeIn(tag: string): LanguageMarks
  /** Marks of what an outlet writes of itself, in the language of its articles: names of sections, topics and series. */
  outletMarks: LanguageMarks
}

function makeChrome(site: Site, links: Links): Chrome {
  const { locale, timeZone, articleLanguage } = site
  const numbers = new Intl.NumberFormat(locale)
  const inChrome = (tag: string = locale) => languageMarks(tag, locale)
  return {
    site,
    links,
    t: dictionaryFor(locale),
    showMoment: (moment) => formatMoment(moment, locale, timeZone),
    showDate: (moment) => formatDate(moment, locale, timeZone),
    showNumber: (number) => numbers.format(number),
    documentMarks: { lang: locale, dir: directionOf(locale) === 'rtl' ? 'rtl' : undefined },
    inChrome,
    chromeIn: (tag) => languageMarks(locale, tag),
    outletMarks: inChrome(articleLanguage),
  }
}

const main = makeChrome(site, links)

/** The chrome of a page, by the pattern of its route; components hand over `Astro`, `getStaticPaths` what it is given. */
export function chromeOf(_page: { routePattern: string }): Chrome {
  return main
}

/** The chrome of what is there once for the whole outlet, in the language that the config names first. */
export const { t, documentMarks } = main
/** @public Components that outlets have copied name these too. */
export const { showMoment, showDate, showNumber, inChrome, chromeIn, outletMarks } = main

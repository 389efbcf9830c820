import { isSameLanguage } from '#domain/language.ts'
import { site } from '#site.ts'
import { dictionaryFor } from './dictionary.ts'
import { formatDate, formatMoment } from './format.ts'

/** The chrome's texts and dates, in the language that the config names. */
export const t = dictionaryFor(site.locale)

export const showMoment = (moment: Date) => formatMoment(moment, site.locale, site.timeZone)
export const showDate = (moment: Date) => formatDate(moment, site.locale, site.timeZone)

/** The `lang` of a text in the page: its own tag where it is not the chrome's language, and none where it is. */
export const foreignLang = (tag: string) => (isSameLanguage(tag, site.locale) ? undefined : tag)

/** `rtl` for a language that is written from right to left; none for the others, as the page is. */
export const directionOf = (tag: string) =>
  new Intl.Locale(tag).getTextInfo().direction === 'rtl' ? 'rtl' : undefined

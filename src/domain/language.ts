/** Whether a text is a well-formed BCP 47 language tag. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** A tag as BCP 47 writes it: `id` for `ID`, `en-GB` for `en-gb`. */
export function canonicalLanguage(tag: string): string {
  return new Intl.Locale(tag).toString()
}

/** Whether two tags name one language, of whatever country or script. */
export function isSameLanguage(a: string, b: string): boolean {
  return localeOf(a).language === localeOf(b).language
}

/** A tag as Open Graph names a locale, with the country where most speak it: `id_ID` for `id`. */
export function openGraphLocale(tag: string): string {
  const { language, region } = localeOf(tag).maximize()
  return `${language}_${region}`
}

/** What a language is called in another, or in itself. */
export function languageName(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag) ?? tag
}

/** `lang` and `dir` of an element, each absent where that of the text around it holds. */
export interface LanguageMarks {
  lang?: string
  dir?: Direction
}

export type Direction = 'ltr' | 'rtl'

/** What tells a text in a language from the text around it, in another one; nothing where both are in one. */
export function languageMarks(tag: string, around: string): LanguageMarks {
  const dir = directionOf(tag)
  return {
    ...(!isSameLanguage(tag, around) && { lang: tag }),
    ...(dir !== directionOf(around) && { dir }),
  }
}

export function directionOf(tag: string): Direction {
  return localeOf(tag).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
}

const locales = new Map<string, Intl.Locale>()

/** Made once a tag: every page asks for the same few. */
function localeOf(tag: string): Intl.Locale {
  const locale = locales.get(tag) ?? new Intl.Locale(tag)
  locales.set(tag, locale)
  return locale
}

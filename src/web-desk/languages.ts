import type { Site } from '#domain/site.ts'

/** BCP 47 tags that a form offers: those of Indonesia and its neighbours, and the widest spoken. */
const LANGUAGES = [
  ...['id', 'en', 'ms', 'jv', 'su', 'ban', 'mad', 'min', 'ace', 'bug', 'tet', 'tl', 'th', 'vi'],
  ...['ar', 'de', 'es', 'fr', 'hi', 'ja', 'ko', 'nl', 'pt', 'ru', 'ta', 'tr', 'ur', 'zh'],
]

export type LanguageSite = Pick<Site, 'locale' | 'articleLanguage' | 'languages'>

/** Every language that an article may be chosen to be in, named in the chrome's, by the alphabet. */
export function languageOptions(site: LanguageSite) {
  const names = new Intl.DisplayNames(site.locale, { type: 'language' })
  const further = site.languages.map(({ locale }) => locale)
  return [...new Set([site.articleLanguage, ...further, ...LANGUAGES])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, site.locale))
}

/** BCP 47 tags that a form offers: those of Indonesia and its neighbours, and the widest spoken. */
const LANGUAGES = [
  ...['id', 'en', 'ms', 'jv', 'su', 'ban', 'mad', 'min', 'ace', 'bug', 'tet', 'tl', 'th', 'vi'],
  ...['ar', 'de', 'es', 'fr', 'hi', 'ja', 'ko', 'nl', 'pt', 'ru', 'ta', 'tr', 'ur', 'zh'],
]

/** Every language that an article may be chosen to be in, named in the chrome's, by the alphabet. */
export function languageOptions(site: { locale: string; articleLanguage: string }) {
  const names = new Intl.DisplayNames(site.locale, { type: 'language' })
  return [...new Set([site.articleLanguage, ...LANGUAGES])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, site.locale))
}

/** Languages that giscus speaks, by the names that it has for them; for one that it does not know it shows no comments at all. */
const KNOWN = [
  ...[
    'ar',
    'be',
    'bg',
    'ca',
    'cs',
    'da',
    'de',
    'en',
    'eo',
    'es',
    'eu',
    'fa',
    'fr',
    'gr',
    'hbs',
    'he',
    'hu',
    'id',
    'it',
  ],
  ...['ja', 'kh', 'ko', 'nl', 'pl', 'pt', 'ro', 'ru', 'th', 'tr', 'uk', 'uz', 'vi', 'zh-CN', 'zh-TW'],
]
/** Its own names for some. */
const NAMES: Readonly<Record<string, string>> = { el: 'gr', km: 'kh', bs: 'hbs', hr: 'hbs', sr: 'hbs' }

/** The language in which giscus shows comments under a chrome; English where it does not speak the chrome's. */
export function giscusLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize()
  if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN'
  const name = NAMES[language] ?? language
  return KNOWN.includes(name) ? name : 'en'
}

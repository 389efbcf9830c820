import { isSameLanguage } from './language.ts'
import { OWN_WORDS, type OwnWord } from './language-settings.ts'
import type { Site } from './site.ts'

/**
 * A language in which an outlet publishes.
 *
 * The main one, `locale` in the config, lies at the site's root. Each of `languages` lies below a folder of its own,
 * `/en/` say, with all that the root has: a front page, lists, feeds, a search page, in its own chrome.
 *
 * An article has one address, in the language that it is shown in: that of its own language, or the main one where its
 * own has no chrome. So an outlet without `languages` has all of its articles at the root, whatever they are written
 * in. Each list is of the articles of one language; the search finds those of all.
 *
 * A list is the same in two languages when it has the same slug in both and articles in both: then the pages name each
 * other to search engines, and the switch leads from one to the other. Where it has no articles it counts as none, and
 * the switch leads to the front page. Numbered pages of a list are not the same in any two languages.
 *
 * What would be at the root if the language had no chrome leads on from there: `/politics/slug/` to
 * `/en/politics/slug/`.
 */
export interface Language {
  /** BCP 47 */
  locale: string
  /** The folder of its addresses below the site's root, without slashes; empty for the main language. */
  path: string
}

/** An outlet's languages, as far as it matters here. */
export type Multilingual = Pick<Site, 'locale' | 'languages'>

/** The main language first, the others in the order of the config. */
export function languagesOf({ locale, languages }: Multilingual): [Language, ...Language[]] {
  return [mainLanguage({ locale }), ...languages.map(({ locale, path }) => ({ locale, path }))]
}

export function mainLanguage({ locale }: Pick<Site, 'locale'>): Language {
  return { locale, path: '' }
}

/** The language of the outlet in which it shows what is written in a language; of two that come in question, the nearer. */
export function languageFor(tag: string, site: Multilingual): Language {
  const all = languagesOf(site)
  return (
    all.find(({ locale }) => locale === tag) ??
    all.find(({ locale }) => isSameLanguage(locale, tag) && scriptOf(locale) === scriptOf(tag)) ??
    all.find(({ locale }) => isSameLanguage(locale, tag)) ??
    all[0]
  )
}

/** The outlet as it shows itself in one of its languages. */
export function siteIn(site: Site, language: Language): Site {
  if (site.languages.length === 0) return site
  return {
    ...site,
    ...wordsIn(site, language),
    locale: language.locale,
    articleLanguage: articleLanguageIn(site, language),
  }
}

/** Whether an outlet says something of itself in this very language, rather than in its main one. */
export function isSaidIn(site: Site, language: Language, word: OwnWord): boolean {
  return language.path === '' || word in wordsIn(site, language)
}

/** BCP 47, of the articles shown in a language, and of their topics. */
export function articleLanguageIn(
  site: Multilingual & Pick<Site, 'articleLanguage'>,
  language: Language,
): string {
  const { articleLanguage } = site
  return languageFor(articleLanguage, site).path === language.path ? articleLanguage : language.locale
}

function wordsIn({ languages }: Site, { path }: Language): Partial<Pick<Site, OwnWord>> {
  const own = languages.find((one) => one.path === path)
  const words = OWN_WORDS.flatMap((word) => (own?.[word] === undefined ? [] : [[word, own[word]]]))
  return Object.fromEntries(words) as Partial<Pick<Site, OwnWord>>
}

function scriptOf(tag: string): string | undefined {
  return new Intl.Locale(tag).maximize().script
}

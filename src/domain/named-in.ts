import type { Author, Category, Series } from './article.ts'
import { articleLanguageIn, type Language } from './languages.ts'
import type { Newsroom } from './newsroom.ts'
import type { Site } from './site.ts'

/** What files say in words, and may say in each language of the outlet. */
const WORDS = {
  categories: ['name', 'description'],
  series: ['title', 'description'],
  authors: ['role', 'bio'],
}

type Named = Pick<Newsroom, 'categories' | 'series' | 'authors'>

/**
 * Categories, series and authors with their words in one of the outlet's languages, those that say nothing in it with
 * what they say in that of the outlet's articles. `lang` tells where these are not the language of the articles there.
 */
export function namedIn({ categories, series, authors }: Named, site: Site, language: Language): Named {
  if (site.languages.length === 0) return { categories, series, authors }
  const articles = articleLanguageIn(site, language)
  const inLanguage = <T extends Category | Series | Author>(thing: T, words: readonly string[]): T => {
    const { languages = [], ...rest } = thing
    const own = languages.find(({ locale }) => locale === language.locale)
    const lang = own ? language.locale : site.articleLanguage
    const unsaid = own ? Object.fromEntries(words.map((word) => [word, undefined])) : {}
    const { locale: _locale, ...said } = own ?? { locale: '' }
    return { ...rest, ...unsaid, ...said, ...(lang !== articles && { lang }) } as T
  }
  return {
    categories: categories.map((category) => inLanguage(category, WORDS.categories)),
    series: series.map((one) => inLanguage(one, WORDS.series)),
    authors: authors.map((author) => inLanguage(author, WORDS.authors)),
  }
}

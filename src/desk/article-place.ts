import { isLanguage } from '#domain/language.ts'
import { type Language, languageFor, type Multilingual } from '#domain/languages.ts'
import type { ArticlePlace } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import type { Source } from './source.ts'

/** What an article's address is made of, as its file has it. The rules tell of a section or a language that is none. */
export function articlePlace({ slug, data }: Pick<Source, 'slug' | 'data'>): ArticlePlace {
  return { slug, category: { slug: String(data.category) }, lang: langOf(data) }
}

/** The language of the outlet in which it shows an article or a page. */
export function shownIn(
  { data }: Pick<Source, 'data'>,
  site: Multilingual & Pick<Site, 'articleLanguage'>,
): Language {
  return languageFor(langOf(data) ?? site.articleLanguage, site)
}

function langOf({ lang }: Source['data']): string | undefined {
  return typeof lang === 'string' && isLanguage(lang) ? lang : undefined
}

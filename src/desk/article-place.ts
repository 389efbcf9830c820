import { isLanguage } from '#domain/language.ts'
import type { ArticlePlace } from '#domain/links.ts'
import type { Source } from './source.ts'

/** What an article's address is made of, as its file has it. The rules tell of a section or a language that is none. */
export function articlePlace({ slug, data }: Pick<Source, 'slug' | 'data'>): ArticlePlace {
  const { category, lang } = data
  return {
    slug,
    category: { slug: String(category) },
    lang: typeof lang === 'string' && isLanguage(lang) ? lang : undefined,
  }
}

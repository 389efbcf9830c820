import type { Article } from './article.ts'

/** The slug that an article and all its translations have in common: that of the original. */
export function originalOf({ slug, translationOf }: Pick<Translated, 'slug' | 'translationOf'>): string {
  return translationOf ?? slug
}

/** As an article of another list is named. */
type Translated = Pick<Article, 'slug' | 'title' | 'category' | 'lang' | 'translationOf'>

/**
 * The same articles, each with what others say in other languages.
 * @param all among which those are looked for
 */
export function withTranslations(
  articles: readonly Article[],
  all: readonly Translated[] = articles,
): Article[] {
  const versions = Map.groupBy(all, originalOf)
  return articles.map((article) => {
    const others = (versions.get(originalOf(article)) ?? []).filter(({ slug }) => slug !== article.slug)
    if (others.length === 0) return article
    const translations = others
      .map(({ slug, title, category, lang }) => ({ slug, title, category, lang }))
      .sort((a, b) => (a.lang < b.lang ? -1 : 1))
    return { ...article, translations }
  })
}

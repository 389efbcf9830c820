import type { Article } from './article.ts'

/** The slug that an article and all its translations have in common: that of the original. */
function originalOf({ slug, translationOf }: Pick<Article, 'slug' | 'translationOf'>): string {
  return translationOf ?? slug
}

/** The same articles, each with what the others say in other languages. */
export function withTranslations(articles: readonly Article[]): Article[] {
  const versions = Map.groupBy(articles, originalOf)
  return articles.map((article) => {
    const others = (versions.get(originalOf(article)) ?? []).filter((other) => other !== article)
    if (others.length === 0) return article
    const translations = others
      .map(({ slug, title, category, lang }) => ({ slug, title, category, lang }))
      .sort((a, b) => (a.lang < b.lang ? -1 : 1))
    return { ...article, translations }
  })
}

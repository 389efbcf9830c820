import type { APIRoute } from 'astro'
import type { Article, Category } from '#domain/article.ts'
import { wholeArticles } from '#domain/whole-articles.ts'
import { getEdition, getRss } from '#newsroom.ts'
import { keyed } from '#page-keys.ts'
import { links, site } from '#site.ts'

export async function getStaticPaths() {
  const edition = await getEdition()
  return keyed(
    edition.categories.map((category) => ({
      params: { category: category.slug },
      props: {
        category,
        articles: wholeArticles(edition.byCategory.get(category.slug), edition, site.pageSize.feed),
      },
    })),
  )
}

export const GET: APIRoute<{ category: Category; articles: Article[] }> = async ({
  props: { category, articles },
}) => {
  const source = {
    title: `${category.name} - ${site.name}`,
    description: category.description ?? site.tagline,
    page: links.category(category.slug),
    self: links.categoryFeed(category.slug),
  }
  return getRss(source, articles)
}

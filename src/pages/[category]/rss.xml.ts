import type { APIRoute } from 'astro'
import type { Category } from '#domain/article.ts'
import { getEdition, getRss } from '#newsroom.ts'
import { links, site } from '#site.ts'

export async function getStaticPaths() {
  const { categories } = await getEdition()
  return categories.map((category) => ({ params: { category: category.slug }, props: { category } }))
}

export const GET: APIRoute<{ category: Category }> = async ({ props: { category } }) => {
  const { byCategory } = await getEdition()
  const source = {
    title: `${category.name} - ${site.name}`,
    description: category.description ?? site.tagline,
    page: links.category(category.slug),
    self: links.categoryFeed(category.slug),
  }
  return getRss(source, byCategory.get(category.slug) ?? [])
}

import type { APIRoute } from 'astro'
import type { Author } from '#domain/article.ts'
import { getEdition, getRss } from '#newsroom.ts'
import { links, site } from '#site.ts'

export async function getStaticPaths() {
  const { authors } = await getEdition()
  return authors.map((author) => ({ params: { author: author.slug }, props: { author } }))
}

export const GET: APIRoute<{ author: Author }> = async ({ props: { author } }) => {
  const { byAuthor } = await getEdition()
  const source = {
    title: `${author.name} - ${site.name}`,
    description: author.bio ?? site.tagline,
    page: links.author(author.slug),
    self: links.authorFeed(author.slug),
  }
  return getRss(source, byAuthor.get(author.slug) ?? [])
}

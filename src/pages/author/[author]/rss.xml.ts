import type { APIRoute } from 'astro'
import type { Article, Author } from '#domain/article.ts'
import { wholeArticles } from '#domain/whole-articles.ts'
import { getEdition, getRss } from '#newsroom.ts'
import { keyed } from '#page-keys.ts'
import { links, site } from '#site.ts'

export async function getStaticPaths() {
  const edition = await getEdition()
  return keyed(
    edition.authors.map((author) => ({
      params: { author: author.slug },
      props: {
        author,
        articles: wholeArticles(edition.byAuthor.get(author.slug), edition, site.pageSize.feed),
      },
    })),
  )
}

export const GET: APIRoute<{ author: Author; articles: Article[] }> = async ({
  props: { author, articles },
}) => {
  const source = {
    title: `${author.name} - ${site.name}`,
    description: author.bio ?? site.tagline,
    page: links.author(author.slug),
    self: links.authorFeed(author.slug),
  }
  return getRss(source, articles)
}

import type { APIRoute } from 'astro'
import type { Article, Series } from '#domain/article.ts'
import { getEdition, getRss } from '#newsroom.ts'
import { keyed } from '#page-keys.ts'
import { links, site } from '#site.ts'

export async function getStaticPaths() {
  const { series, articles } = await getEdition()
  return keyed(
    series.map((series) => {
      const parts = articles.filter((article) => article.series?.slug === series.slug)
      return {
        params: { series: series.slug },
        props: { series, articles: parts.slice(0, site.pageSize.feed) },
      }
    }),
  )
}

export const GET: APIRoute<{ series: Series; articles: Article[] }> = async ({
  props: { series, articles },
}) => {
  const source = {
    title: `${series.title} - ${site.name}`,
    description: series.description,
    page: links.series(series.slug),
    self: links.seriesFeed(series.slug),
  }
  return getRss(source, articles)
}

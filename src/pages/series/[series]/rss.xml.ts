import type { APIRoute } from 'astro'
import type { Series } from '#domain/article.ts'
import { getEdition, getRss } from '#newsroom.ts'
import { links, site } from '#site.ts'

export async function getStaticPaths() {
  const { series } = await getEdition()
  return series.map((one) => ({ params: { series: one.slug }, props: { series: one } }))
}

export const GET: APIRoute<{ series: Series }> = async ({ props: { series } }) => {
  const { articles } = await getEdition()
  const source = {
    title: `${series.title} - ${site.name}`,
    description: series.description,
    page: links.series(series.slug),
    self: links.seriesFeed(series.slug),
  }
  return getRss(
    source,
    articles.filter((article) => article.series?.slug === series.slug),
  )
}

import type { APIRoute, GetStaticPathsOptions } from 'astro'
import type { Article } from '#domain/article.ts'
import { chromeOf } from '#i18n/chrome.ts'
import { getMarkdown } from '#newsroom/markdown.ts'
import { getEdition } from '#newsroom/edition.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'

/** Every article as Markdown, unless the outlet leaves that out. */
export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const chrome = chromeOf({ routePattern })
  const { articles } = await getEdition(chrome)
  return withCacheKeys(
    routePattern,
    (chrome.site.output.markdown ? articles : []).map((article) => ({
      params: { category: article.category.slug, slug: article.slug },
      props: { article },
    })),
  )
}

export const GET: APIRoute<{ article: Article }> = async ({ props: { article } }) =>
  new Response(await getMarkdown(article), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })

import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { chromeOf } from '#i18n/chrome.ts'
import { getEdition } from '#newsroom/edition.ts'
import { isLive, liveStatus, type LiveStatus } from '#newsroom/live.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'

/** What browsers ask again and again of live coverage: whether anything of it is another, and what. */
export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const { articles } = await getEdition(chromeOf({ routePattern }))
  return withCacheKeys(
    routePattern,
    articles.filter(isLive).map((article) => ({
      params: { slug: article.slug },
      props: { status: liveStatus(article) },
    })),
  )
}

export const GET: APIRoute<{ status: LiveStatus }> = ({ props: { status } }) => Response.json(status)

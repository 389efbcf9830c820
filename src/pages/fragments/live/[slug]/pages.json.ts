import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { pageOfEntry } from '#domain/live/pages.ts'
import { chromeOf } from '#i18n/chrome.ts'
import { getEdition } from '#newsroom/edition.ts'
import { isLive } from '#newsroom/live.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'

/** Where the older entries of live coverage are, for whoever comes by the address of one that was on the first page. */
export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const chrome = chromeOf({ routePattern })
  const { articles } = await getEdition(chrome)
  return withCacheKeys(
    routePattern,
    articles.filter(isLive).flatMap((article) => {
      const pages = [...pageOfEntry(article.live, chrome.site.pageSize.live)]
      const older = pages.filter((place): place is [string, number] => place[1] !== undefined)
      return older.length === 0
        ? []
        : [
            {
              params: { slug: article.slug },
              props: { paths: older.map(([id, page]) => [id, chrome.links.livePage(article, page)]) },
            },
          ]
    }),
  )
}

export const GET: APIRoute<{ paths: [string, string][] }> = ({ props: { paths } }) =>
  Response.json(Object.fromEntries(paths))

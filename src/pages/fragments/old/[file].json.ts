import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { movedOf } from '#domain/moved.ts'
import { fileOfNumber, numberInAlias } from '#domain/numbered-alias.ts'
import { getEdition } from '#newsroom/edition.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'
import { links } from '#site.ts'

/** Where the numbers of WordPress's `/?p=19` lead, a file for each thousand of them. */
export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const { pages, lists } = movedOf(await getEdition(), links)
  const numbered = [...pages, ...lists].flatMap(({ from, to }) => {
    const number = numberInAlias(from)
    return number === undefined ? [] : [{ number, to }]
  })
  const files = [...Map.groupBy(numbered, ({ number }) => fileOfNumber(number))]
  return withCacheKeys(
    routePattern,
    files.map(([file, entries]) => ({
      params: { file: String(file) },
      props: { paths: Object.fromEntries(entries.map(({ number, to }) => [number, to])) },
    })),
  )
}

export const GET: APIRoute<{ paths: Record<string, string> }> = ({ props: { paths } }) => Response.json(paths)

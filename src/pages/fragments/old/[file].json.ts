import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { firstOfEach } from '#domain/moved.ts'
import { fileOfNumber, numberInAlias } from '#domain/numbered-alias.ts'
import { getMoved } from '#newsroom/moved.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'

/** Where the numbers of WordPress's `/?p=19` lead, a file for each thousand of them. */
export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const all = (await getMoved()).flatMap(({ moved: { pages, lists } }) => [...pages, ...lists])
  const numbered = all.filter(firstOfEach()).flatMap(({ from, to }) => {
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

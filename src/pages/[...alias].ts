import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { aliasFile } from '#domain/alias-file.ts'
import { type Moved, movedOf } from '#domain/moved.ts'
import { everyMoved } from '#domain/moved-below.ts'
import { movedLists } from '#domain/old-lists.ts'
import { hasQuery } from '#domain/query-alias.ts'
import { documentMarks, t } from '#i18n/chrome.ts'
import { fill } from '#i18n/dictionary.ts'
import { getEdition } from '#newsroom/edition.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'
import { links, site } from '#site.ts'
import { writeRedirect } from '#syndication/redirect.ts'

/** A page at each old address that sends the reader on; a server may do the same with a 301. */
export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const edition = await getEdition()
  const named = everyMoved(movedOf(edition, links), edition, site, links)
  const taken = new Set([...edition.pages, ...edition.categories].map(({ slug }) => slug))
  const lists = movedLists(named, { months: edition.months, taken }, links)
  const moved = [...named, ...lists].filter(({ from }) => !hasQuery(from))
  return withCacheKeys(
    routePattern,
    moved.map((moved) => ({ params: { alias: fileOf(moved.from) }, props: { moved } })),
  )
}

export const GET: APIRoute<{ moved: Moved }> = ({ props: { moved } }) => {
  const html = writeRedirect({
    to: moved.to,
    canonical: links.absolute(moved.to),
    ...documentMarks,
    title: t.moved,
    text: fill(t.movedTo, { title: moved.title }),
  })
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** The desk's server looks for the folder itself. */
function fileOf(alias: string): string {
  return import.meta.env.DEV ? decodeURI(alias).slice(1).replace(/\/$/, '') : aliasFile(alias)
}

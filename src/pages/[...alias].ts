import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { aliasFile } from '#domain/alias-file.ts'
import { firstOfEach, type Moved } from '#domain/moved.ts'
import { everyMoved } from '#domain/moved-below.ts'
import { movedLists } from '#domain/old-lists.ts'
import { hasQuery } from '#domain/query-alias.ts'
import { chromeFor } from '#i18n/chrome.ts'
import { fill } from '#i18n/dictionary.ts'
import { getMoved, type MovedLanguage } from '#newsroom/moved.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'
import { writeRedirect } from '#syndication/redirect.ts'

interface Props {
  moved: Moved
  /** BCP 47, of the chrome to which it leads. */
  locale: string
}

/** A page at each old address that sends the reader on; a server may do the same with a 301. */
export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const isNew = firstOfEach()
  const moved = (await getMoved()).flatMap((language) =>
    movedTo(language).map((one) => ({ moved: one, locale: language.language.locale })),
  )
  return withCacheKeys(
    routePattern,
    moved
      .filter(({ moved: one }) => !hasQuery(one.from) && isNew(one))
      .map((props): { params: object; props: Props } => ({
        params: { alias: fileOf(props.moved.from) },
        props,
      })),
  )
}

function movedTo({ moved, edition, site, links }: MovedLanguage): Moved[] {
  const named = everyMoved(moved, edition, site, links)
  const taken = new Set([...edition.pages, ...edition.categories].map(({ slug }) => slug))
  return [...named, ...movedLists(named, { months: edition.months, taken }, links)]
}

export const GET: APIRoute<Props> = ({ props: { moved, locale } }) => {
  const { documentMarks, links, t } = chromeFor(locale)
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

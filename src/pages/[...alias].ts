import type { APIRoute } from 'astro'
import { aliasFile } from '#domain/alias-file.ts'
import type { Article, WithdrawnArticle } from '#domain/article.ts'
import { t } from '#i18n/chrome.ts'
import { fill } from '#i18n/dictionary.ts'
import { getEdition } from '#newsroom.ts'
import { links, site } from '#site.ts'
import { writeRedirect } from '#syndication/redirect.ts'

/** A page at each old address that sends the reader on; a server may do the same with a 301. */
export async function getStaticPaths() {
  const { articles, withdrawn } = await getEdition()
  return [...articles, ...withdrawn].flatMap((article) =>
    article.aliases.map((alias) => ({ params: { alias: fileOf(alias) }, props: { article } })),
  )
}

export const GET: APIRoute<{ article: Article | WithdrawnArticle }> = ({ props: { article } }) => {
  const html = writeRedirect({
    to: links.article(article),
    canonical: links.absolute(links.article(article)),
    lang: site.locale,
    title: t.moved,
    text: fill(t.movedTo, { title: article.title }),
  })
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** The desk's server looks for the folder itself. */
function fileOf(alias: string): string {
  return import.meta.env.DEV ? decodeURI(alias).slice(1).replace(/\/$/, '') : aliasFile(alias)
}

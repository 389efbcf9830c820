import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { isSafe } from '#markdown/safe-links.ts'
import { type LinkFrom, linkJudge } from '../judge-link.ts'
import { buildMoment } from '../moment.ts'
import type { Problem } from '../problem.ts'
import { publishedFrom } from '../published-from.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/**
 * Links of bodies, of the menu and of the footer that stay on the site lead to
 * a page, and to a heading that is there. A draft may name what is yet to be
 * written: that is a warning.
 */
export function checkLinks(files: NewsroomFiles, site: Site): Problem[] {
  const judge = linkJudge(files, site, buildMoment().getTime())
  const links = linksFor(site)
  const pages: LinkFrom[] = [
    ...files.sources.pages.map((source) => ({
      source,
      path: links.staticPage(source.slug),
      from: Number.NEGATIVE_INFINITY,
    })),
    ...files.sources.articles.map((source) => ({
      source,
      path: links.article({ slug: source.slug, category: { slug: String(source.data.category) } }),
      from: publishedFrom(source, site.timeZone),
    })),
  ]
  return [
    ...pages.flatMap((page) =>
      (page.source?.parts().links ?? [])
        .filter(({ href }) => isSafe(href))
        .flatMap(({ href, line, column }): Problem[] => {
          const fault = judge(href, page)
          if (!fault) return []
          const file = page.source?.file ?? ''
          const message = `the link "${href}" ${fault.message}`
          const isMild = fault.mild || page.from === Number.POSITIVE_INFINITY
          return [{ file, line, column, message, ...(isMild ? { severity: 'warning' } : {}) }]
        }),
    ),
    ...inConfig(site).flatMap(({ key, href }): Problem[] => {
      const fault = judge(href, { path: links.front(), from: Number.NEGATIVE_INFINITY })
      if (!fault) return []
      const message = `${key}: the link "${href}" ${fault.message}`
      return [
        {
          file: 'src/site.config.ts',
          line: 1,
          column: 1,
          message,
          ...(fault.mild ? { severity: 'warning' } : {}),
        },
      ]
    }),
  ]
}

function inConfig({ menu, footerLinks }: Site): { key: string; href: string }[] {
  return [
    ...menu.flatMap((item, i) => (typeof item === 'string' ? [] : [{ key: `menu.${i}`, href: item.href }])),
    ...footerLinks.map(({ href }, i) => ({ key: `footerLinks.${i}`, href })),
  ]
}

import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { isSafe } from '#markdown/safe-links.ts'
import { articlePlace, shownIn } from '../article-place.ts'
import { type LinkFault, type LinkFrom, linkJudge } from '../judge-link.ts'
import { buildMoment } from '../moment.ts'
import type { Problem } from '../problem.ts'
import { entryFrom, publishedFrom } from '../published-from.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { settingPlaces } from '../setting-places.ts'

/**
 * Links of bodies and of the config that stay on the site lead to a page, and
 * to a heading that is there. A draft may name what is yet to be written: that
 * is a warning.
 */
export async function checkLinks(files: NewsroomFiles, site: Site): Promise<Problem[]> {
  const judge = linkJudge(files, site, buildMoment().getTime())
  const links = linksFor(site)
  const pages: LinkFrom[] = [
    ...files.sources.pages.map((source) => ({
      source,
      path: linksFor(site, shownIn(source, site)).staticPage(source.slug),
      from: Number.NEGATIVE_INFINITY,
    })),
    ...files.sources.articles.map((source) => ({
      source,
      path: links.article(articlePlace(source)),
      from: publishedFrom(source, site.timeZone),
    })),
    ...files.sources.articles.flatMap((article) =>
      (files.entries.get(article.file) ?? []).map((source) => ({
        source,
        path: links.article(articlePlace(article)),
        from: Math.max(publishedFrom(article, site.timeZone), entryFrom(source, site.timeZone)),
      })),
    ),
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
          return [
            { file, line, column, message, ...causeOf(href), ...(isMild ? { severity: 'warning' } : {}) },
          ]
        }),
    ),
    ...(await inConfig(files.folder.siteConfig, site, (href) =>
      judge(href, { path: links.front(), from: Number.NEGATIVE_INFINITY }),
    )),
  ]
}

/** A link of the same words leads to the same page wherever it stands, if it names the whole path. */
function causeOf(href: string): { cause?: string } {
  return href.startsWith('/') ? { cause: `link ${href}` } : {}
}

/** A link of the config, and where it stands. */
interface NamedLink {
  path: (string | number)[]
  href: string
}

/** What an outlet says of itself, as far as it has links. */
type LinkedWords = { [Word in 'menu' | 'footerLinks' | 'support']?: Site[Word] | undefined }

/** The links in what an outlet says of itself in one of its languages. */
function wordsAt(
  at: (string | number)[],
  { menu = [], footerLinks = [], support }: LinkedWords,
): NamedLink[] {
  return [
    ...menu.flatMap((item, i) =>
      typeof item === 'string' ? [] : [{ path: [...at, 'menu', i, 'href'], href: item.href }],
    ),
    ...footerLinks.map(({ href }, i) => ({ path: [...at, 'footerLinks', i, 'href'], href })),
    ...(support ? [{ path: [...at, 'support', 'link', 'href'], href: support.link.href }] : []),
  ]
}

async function inConfig(
  siteConfig: string,
  { menu, footerLinks, support, languages, security, comments, ads }: Site,
  judge: (href: string) => LinkFault | undefined,
): Promise<Problem[]> {
  const named: NamedLink[] = [
    ...wordsAt([], { menu, footerLinks, support }),
    ...languages.flatMap((words, i) => wordsAt(['languages', i], words)),
    ...(security?.contact ?? []).map((href, i) => ({ path: ['security', 'contact', i], href })),
    ...(security?.policy ? [{ path: ['security', 'policy'], href: security.policy }] : []),
    ...(comments.contact ? [{ path: ['comments', 'contact'], href: comments.contact }] : []),
    ...(['top', 'inArticle', 'beside', 'under'] as const).flatMap((position) => {
      const image = ads[position]?.image
      return image ? [{ path: ['ads', position, 'image', 'href'], href: image.href }] : []
    }),
  ]
  const faulty = named.flatMap(({ path, href }) => {
    const fault = judge(href)
    return fault ? [{ path, href, fault }] : []
  })
  if (faulty.length === 0) return []
  const { placeOf } = await settingPlaces(siteConfig)
  return faulty.map(({ path, href, fault }) => ({
    file: 'src/site.config.ts',
    ...placeOf(path),
    message: `${path.join('.').replace(/\.href$/, '')}: the link "${href}" ${fault.message}`,
    ...causeOf(href),
    // The chrome has no links to what is yet to come: it is on every page.
    ...(fault.works ? { severity: 'warning' as const } : {}),
  }))
}

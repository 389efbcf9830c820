import type { SitemapEntries } from '#build/bridge.ts'
import { versionsOf } from '#domain/versions.ts'
import { site as outlet } from '#site.ts'
import { type IndexedPage, indexedPages } from '#syndication/sitemap/indexed-pages.ts'
import type { PublishedLanguage } from './edition.ts'
import { ownImage } from './social-image.ts'

/** Every page that the sitemap names, of each language of the outlet. */
export async function getSitemapEntries(all: readonly PublishedLanguage[]): Promise<SitemapEntries> {
  const entries = all.flatMap((one) =>
    indexedPages(one.edition, one.site, one.links).map(async (page) => {
      const { path, modifiedAt, article } = page
      const image = article && (await ownImage(article))
      const images = image ? [one.links.absolute(image.src)] : []
      const alternates = outlet.languages.length > 0 ? alternatesOf(page, one, all) : []
      return [
        one.links.absolute(path),
        {
          lastmod: modifiedAt?.toISOString(),
          images,
          ...(alternates.length > 0 && { alternates }),
        },
      ] as const
    }),
  )
  return Object.fromEntries(await Promise.all(entries))
}

/** The page in each language that has it, its own among them, as search engines want it; none where it stands alone. */
function alternatesOf(
  { article, samePage }: IndexedPage,
  { language, links }: PublishedLanguage,
  all: readonly PublishedLanguage[],
): { lang: string; url: string }[] {
  if (article) {
    if (article.translations.length === 0) return []
    return [article, ...article.translations].map((version) => ({
      lang: version.lang,
      url: links.absolute(links.article(version)),
    }))
  }
  const versions = samePage ? versionsOf(all, language, samePage) : []
  return versions.map(({ language: { locale }, path }) => ({ lang: locale, url: links.absolute(path) }))
}

import type { Article, Author } from '#domain/article.ts'
import { livePages } from '#domain/live/pages.ts'
import { cropped } from '#images/scaled.ts'
import { type Chrome, chromeFor } from '#i18n/chrome.ts'
import type { LiveUpdate } from '#syndication/json-ld/live-blog.ts'
import { newsArticle } from '#syndication/json-ld/news-article.ts'
import { profilePage } from '#syndication/json-ld/profile-page.ts'
import type { StructuredData } from '#syndication/json-ld/write.ts'
import { getEntryText } from './body.ts'
import { sizeFor } from './live.ts'
import { SOCIAL_WIDTH } from './social-image.ts'

/** Width to height: Google asks for a picture of an article in each of these. */
const RATIOS = [16 / 9, 4 / 3, 1]
const PORTRAIT_WIDTH = 600

/** What a search engine reads of an article. */
export async function getArticleData(article: Article): Promise<StructuredData> {
  const { image, lang } = article
  const { links, site } = chromeFor(lang)
  const crops = image ? await Promise.all(RATIOS.map((ratio) => cropped(image, ratio, SOCIAL_WIDTH))) : []
  return newsArticle(
    article,
    crops.map(({ src }) => src),
    site,
    links,
    await updatesOf(article),
  )
}

/** The entries on the article's own page. */
async function updatesOf({ live, lang }: Article): Promise<LiveUpdate[]> {
  const [first] = live ? livePages(live, sizeFor({ lang })) : []
  return Promise.all((first?.items ?? []).map(async (entry) => ({ entry, text: await getEntryText(entry) })))
}

/** What a search engine reads of an author. */
export async function getProfile(author: Author, { links, site }: Chrome): Promise<StructuredData> {
  const portrait = author.photo && (await cropped(author.photo, 1, PORTRAIT_WIDTH))
  return profilePage(author, portrait?.src, site, links)
}

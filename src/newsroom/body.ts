import { readFile } from 'node:fs/promises'
import type { RootContent } from 'mdast'
import { bodyOf } from '#desk/source.ts'
import type { Article, ImageFile, StaticPage } from '#domain/article.ts'
import type { LiveEntry } from '#domain/live/live.ts'
import { PAGE_IDS } from '#domain/page-ids.ts'
import { chromeFor, localeFor } from '#i18n/chrome.ts'
import { responsive, scaled, WIDTH_ELSEWHERE } from '#images/scaled.ts'
import type { PagePart } from '#markdown/page-part.ts'
import { plainText } from '#markdown/plain-text.ts'
import { portableMarkdown } from '#markdown/portable.ts'
import { renderBody, type RenderedBody } from '#markdown/render.ts'
import { links, site } from '#site.ts'
import { labelsIn, plainLabelsIn } from './body-labels.ts'

/** The HTML of an article's or a static page's body, for its page. */
export async function getBody(entry: Article | StaticPage): Promise<RenderedBody> {
  const { markdown, imageAt } = await readBody(entry)
  return renderBody(markdown, {
    href: links.written,
    image: (path) => responsive(imageAt(path)),
    ...labelsIn(chromeFor(entry.lang ?? site.articleLanguage).site.locale, entry),
    takenIds: PAGE_IDS,
  })
}

/** The HTML of an entry of an article's live coverage, for the part of a page in which it stands. */
export async function getEntryBody(
  entry: LiveEntry,
  article: Pick<Article, 'lang'>,
  within: PagePart,
): Promise<RenderedBody> {
  if (entry.withdrawn)
    return { html: '', headings: [], uses: { enlargement: false, gallery: false, frames: [] } }
  const { markdown, imageAt } = await readBody(entry)
  return renderBody(markdown, {
    href: links.written,
    image: (path) => responsive(imageAt(path)),
    ...labelsIn(chromeFor(article.lang).site.locale, article),
    within,
  })
}

/** The HTML of an entry for readers elsewhere, in the language of its article. */
export async function getEntryForFeed(
  entry: LiveEntry,
  article: Pick<Article, 'slug' | 'category' | 'lang'>,
): Promise<RenderedBody> {
  const { markdown, imageAt } = await readBody(entry)
  const { href, image } = elsewhere(article)
  return renderBody(markdown, {
    href,
    image: (path) => image(imageAt(path)),
    ...plainLabelsIn(localeFor(article.lang), article),
  })
}

/** The words of an entry, without markup. */
export async function getEntryText(entry: LiveEntry): Promise<string> {
  return entry.withdrawn ? '' : plainText((await readBody(entry)).markdown)
}

/** The Markdown of an entry for readers elsewhere. */
export async function getEntryAsMarkdown(
  entry: LiveEntry,
  article: Pick<Article, 'slug' | 'category' | 'lang'>,
): Promise<string> {
  const { markdown, imageAt } = await readBody(entry)
  const { href, image } = elsewhere(article)
  return portableMarkdown(markdown, { href, image: async (path) => (await image(imageAt(path))).src })
}

/** The HTML of an article's body for readers elsewhere, in the article's language. */
export async function getBodyForFeed(article: Article): Promise<RenderedBody> {
  const { markdown, imageAt } = await readBody(article)
  const { href, image } = elsewhere(article)
  return renderBody(markdown, {
    href,
    image: (path) => image(imageAt(path)),
    ...plainLabelsIn(localeFor(article.lang), article),
    takenIds: PAGE_IDS,
  })
}

/**
 * The Markdown of an article's body for readers elsewhere, under the article's title.
 * @param after what follows the body
 */
export async function getBodyAsMarkdown(article: Article, after: RootContent[]): Promise<string> {
  const { markdown, imageAt } = await readBody(article)
  const { href, image } = elsewhere(article)
  return portableMarkdown(markdown, {
    title: article.title,
    href,
    image: async (path) => (await image(imageAt(path))).src,
    after,
  })
}

/** A body as it stands in its file. */
interface WrittenBody {
  markdown: string
  /**
   * The image that the Markdown names by a path.
   * @throws Error for one that the desk has not checked
   */
  imageAt: (path: string) => ImageFile
}

async function readBody({ file, bodyImages }: Pick<Article, 'file' | 'bodyImages'>): Promise<WrittenBody> {
  const images = new Map(bodyImages.map((image) => [image.path, image.file]))
  return {
    markdown: bodyOf(await readFile(file)),
    imageAt: (path) => {
      const image = images.get(path)
      if (!image) throw new Error(`${file}: the image "${path}" is not among those that were checked.`)
      return image
    },
  }
}

/** How a body outside of its page names links and images: by absolute addresses, and each image in one size. */
function elsewhere(article: Pick<Article, 'slug' | 'category' | 'lang'>) {
  return {
    href: links.writtenOn(links.article(article)),
    image: async (file: ImageFile) => {
      const { src, ...size } = await scaled(file, WIDTH_ELSEWHERE)
      return { src: links.absolute(src), ...size }
    },
  }
}

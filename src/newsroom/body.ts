import { readFile } from 'node:fs/promises'
import type { RootContent } from 'mdast'
import { bodyOf } from '#desk/source.ts'
import type { Article, ImageFile, StaticPage } from '#domain/article.ts'
import { PAGE_IDS } from '#domain/page-ids.ts'
import { chromeFor, localeFor } from '#i18n/chrome.ts'
import { responsive, scaled, WIDTH_ELSEWHERE } from '#images/scaled.ts'
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

async function readBody({ file, bodyImages }: Article | StaticPage): Promise<WrittenBody> {
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
function elsewhere(article: Article) {
  return {
    href: links.writtenOn(links.article(article)),
    image: async (file: ImageFile) => {
      const { src, ...size } = await scaled(file, WIDTH_ELSEWHERE)
      return { src: links.absolute(src), ...size }
    },
  }
}

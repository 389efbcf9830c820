import { readFile } from 'node:fs/promises'
import { getImage } from 'astro:assets'
import { getCollection } from 'astro:content'
import { newsroomFolder } from '#desk/folder.ts'
import { buildMoment } from '#desk/moment.ts'
import { readReadership } from '#desk/read-readership.ts'
import { bodyOf } from '#desk/source.ts'
import type { Article, BodyImage, ImageFile, StaticPage } from '#domain/article.ts'
import { buildEdition, type Edition } from '#domain/edition.ts'
import { dictionaryFor } from '#i18n/dictionary.ts'
import { renderBody, type RenderedBody } from '#markdown/render.ts'
import { links, site } from '#site.ts'
import type { FeedImage, RenderedArticle } from '#syndication/feed.ts'

const BODY_IMAGE_WIDTHS = [480, 960, 1440]
const BODY_IMAGE_SIZES = '(min-width: 48rem) 42rem, 100vw'
const FEED_IMAGE_WIDTH = 1200
/** Ids that the article page itself uses. */
const PAGE_IDS = [
  'content',
  'contents',
  'comments',
  'related-heading',
  'topics-heading',
  'contributors-heading',
  'search-top',
  'search-menu',
]

/** Set by integrations/desk-mode.ts: true in `astro dev` alone. */
declare const __AT_THE_DESK__: boolean

let built: Promise<Edition> | undefined

/**
 * The door to content: all that is published at the build's moment. In
 * development it is made anew at each call, with drafts and embargoed articles
 * in it, as authors are at work.
 */
export function getEdition(): Promise<Edition> {
  if (__AT_THE_DESK__) return readEdition(true)
  built ??= readEdition(false)
  return built
}

/** The HTML of an article's or a static page's body, for its page. */
export function getBody(entry: Article | StaticPage): Promise<RenderedBody> {
  return render(entry, async (file) => {
    const image = await getImage({ src: file, widths: widthsUpTo(file.width), sizes: BODY_IMAGE_SIZES })
    return {
      src: image.src,
      srcset: image.srcSet.attribute,
      sizes: BODY_IMAGE_SIZES,
      width: file.width,
      height: file.height,
    }
  })
}

/** The newest of a list of articles as a feed wants them: whole text, every address absolute, one size of each image. */
export function getFeedArticles(articles: readonly Article[]): Promise<RenderedArticle[]> {
  return Promise.all(
    articles.slice(0, site.pageSize.feed).map(async (article) => ({
      article,
      html: await feedBody(article),
      image: article.image && (await feedImage(article.image)),
    })),
  )
}

async function feedImage({ src, alt, credit }: NonNullable<Article['image']>): Promise<FeedImage> {
  const width = Math.min(FEED_IMAGE_WIDTH, src.width)
  const image = await getImage({ src, width, format: 'jpeg' })
  const height = Math.round((src.height * width) / src.width)
  return { url: links.absolute(image.src), type: 'image/jpeg', width, height, alt, credit }
}

async function feedBody(entry: Article): Promise<string> {
  const { html } = await render(
    entry,
    async (file) => {
      const width = Math.min(FEED_IMAGE_WIDTH, file.width)
      const image = await getImage({ src: file, width })
      return { src: links.absolute(image.src), width, height: Math.round((file.height * width) / file.width) }
    },
    true,
  )
  return html
}

async function readEdition(unpublished: boolean): Promise<Edition> {
  const [articles, authors, categories, pages, readership] = await Promise.all([
    getCollection('articles'),
    getCollection('authors'),
    getCollection('categories'),
    getCollection('pages'),
    readReadership(newsroomFolder()),
  ])
  const newsroom = {
    articles: articles.map(({ id, filePath = '', data: { frontMatter, bodyImages, words } }) => ({
      slug: id,
      file: filePath,
      words,
      frontMatter: { ...frontMatter, image: detached(frontMatter.image) },
      bodyImages: bodyImages.map(detachedFile),
    })),
    authors: authors.map(({ id, data }) => ({ slug: id, ...data, photo: detached(data.photo) })),
    categories: categories.map(({ id, data }) => ({ slug: id, ...data })),
    pages: pages.map(({ id, filePath = '', data: { frontMatter, bodyImages } }) => ({
      slug: id,
      file: filePath,
      ...frontMatter,
      bodyImages: bodyImages.map(detachedFile),
    })),
    readership,
  }
  return buildEdition(newsroom, { site, at: buildMoment(), unpublished })
}

/**
 * A picture as plain data. Astro's own object counts each look at one of its
 * fields as a use of the original file, and then publishes that too, with the
 * place and the camera that a photograph may tell.
 */
function detached<T extends { src: ImageFile }>(picture: T | undefined): T | undefined {
  return picture && { ...picture, src: plain(picture.src) }
}

function detachedFile({ path, file }: BodyImage): BodyImage {
  return { path, file: plain(file) }
}

function plain(image: ImageFile & { clone?: ImageFile; fsPath?: string }): ImageFile {
  const copy = image.clone
  // Astro finds the file to take out again by this; hidden, it stays out of the addresses' hashes.
  return copy ? Object.defineProperty(copy, 'fsPath', { value: image.fsPath }) : image
}

async function render(
  entry: Article | StaticPage,
  resolve: (file: BodyImage['file']) => Promise<{ src: string; width: number; height: number }>,
  forFeed = false,
): Promise<RenderedBody> {
  const t = dictionaryFor(entry.lang ?? site.articleLanguage)
  const path = (written: string) => links.written(written)
  return renderBody(bodyOf(await readFile(entry.file)), {
    image: (name) => {
      const image = entry.bodyImages.find(({ path }) => path === name)
      if (!image) throw new Error(`${entry.file}: the image "${name}" is not among those that were checked.`)
      return resolve(image.file)
    },
    href: (written) =>
      forFeed && !/^[a-z][a-z\d+.-]*:|^#/i.test(written) ? links.absolute(path(written)) : path(written),
    labels: {
      footnotes: t.footnotes,
      backToReference: t.backToReference,
      linkToSection: forFeed ? undefined : t.linkToSection,
      table: t.table,
    },
    takenIds: PAGE_IDS,
  })
}

function widthsUpTo(width: number): number[] {
  return [...new Set(BODY_IMAGE_WIDTHS.map((w) => Math.min(w, width)))]
}

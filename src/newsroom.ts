import { readFile } from 'node:fs/promises'
import { getCollection } from 'astro:content'
import { newsroomFolder } from '#desk/folder.ts'
import { buildMoment } from '#desk/moment.ts'
import { readReadership } from '#desk/read-readership.ts'
import { bodyOf } from '#desk/source.ts'
import type { Article, StaticPage } from '#domain/article.ts'
import { buildEdition, type Edition } from '#domain/edition.ts'
import { PAGE_IDS } from '#domain/page-ids.ts'
import { dictionaryFor, fill } from '#i18n/dictionary.ts'
import { formatMoment } from '#i18n/format.ts'
import { madeFor } from '#made-for.ts'
import { renderBody, type RenderedBody, type RenderOptions } from '#markdown/render.ts'
import { detached, detachedFile, responsive, scaled, SOCIAL_IMAGE_WIDTH } from '#pictures.ts'
import { links, site } from '#site.ts'
import {
  articleItem,
  correctionItem,
  correctionNotes,
  type FeedImage,
  type FeedItem,
  feedOf,
  type FeedSource,
} from '#syndication/feed.ts'
import { newsArticle, writeJsonLd } from '#syndication/json-ld.ts'
import { writeRss } from '#syndication/rss.ts'

const FEED_IMAGE_WIDTH = 1200

let built: Promise<Edition> | undefined

/**
 * The door to content: all that is published at the build's moment; in a
 * preview, and in development, drafts and embargoed articles too. In
 * development it is made anew at each call, as authors are at work.
 */
export function getEdition(): Promise<Edition> {
  if (madeFor === 'desk') return readEdition(true)
  built ??= readEdition(madeFor === 'preview')
  return built
}

/** The HTML of an article's or a static page's body, for its page. */
export function getBody(entry: Article | StaticPage): Promise<RenderedBody> {
  return render(entry, responsive, { href: links.written, labels: labelsFor(entry) })
}

/** The RSS feed of articles, newest first: whole text, every address absolute, one size of each image. */
export async function getRss(source: FeedSource, articles: readonly Article[]): Promise<Response> {
  const items = articles.map(async (article) => {
    const { html: body } = await renderForFeed(article)
    const heading = dictionaryFor(article.lang).corrections
    const showMoment = (at: Date) => formatMoment(at, article.lang, site.timeZone)
    const html = body + correctionNotes(article.corrections, heading, showMoment)
    const image = article.image && (await feedImage(article.image))
    return articleItem({ article, html, image }, site, links)
  })
  return rssOf(source, await Promise.all(items))
}

/** The RSS feed of the newest corrections, each an item of its own. */
export async function getCorrectionsRss(source: FeedSource): Promise<Response> {
  const { corrections } = await getEdition()
  const items = corrections.slice(0, site.pageSize.feed).map((corrected) => {
    const { title, lang } = corrected.article
    return correctionItem(corrected, fill(dictionaryFor(lang).correctionOf, { title }), site, links)
  })
  return rssOf(source, items)
}

/** What a search engine reads of an article, as JSON-LD. */
export async function getStructuredData(article: Article): Promise<string> {
  const image = article.image && (await scaled(article.image.src, SOCIAL_IMAGE_WIDTH, 'jpeg'))
  return writeJsonLd(newsArticle(article, image ? [image.src] : [], site, links))
}

async function rssOf(source: FeedSource, items: FeedItem[]): Promise<Response> {
  const xml = await writeRss(feedOf(source, items, site, links))
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}

async function feedImage({ src, alt, credit }: NonNullable<Article['image']>): Promise<FeedImage> {
  const { src: path, ...size } = await scaled(src, FEED_IMAGE_WIDTH, 'jpeg')
  return { url: links.absolute(path), type: 'image/jpeg', ...size, alt, credit }
}

function renderForFeed(article: Article): Promise<RenderedBody> {
  const page = links.absolute(links.article(article))
  return render(
    article,
    async (file) => {
      const { src, ...size } = await scaled(file, FEED_IMAGE_WIDTH)
      return { src: links.absolute(src), ...size }
    },
    {
      // From the article's own address, as a browser resolves it on the page; a lone # stays in the item.
      href: (written) => (written.startsWith('#') ? written : new URL(links.written(written), page).href),
      labels: { ...labelsFor(article), linkToSection: undefined, live: undefined },
    },
  )
}

function labelsFor(entry: Article | StaticPage) {
  const t = dictionaryFor(entry.lang ?? site.articleLanguage)
  const { footnotes, backToReference, linkToSection, table, credit } = t
  const live = {
    gallery: { name: t.gallery, enlarge: t.enlarge },
    embed: { load: t.loadEmbed, notice: t.embedNotice },
  }
  return { footnotes, backToReference, linkToSection, table, credit, live }
}

async function render(
  entry: Article | StaticPage,
  resolve: (file: Article['bodyImages'][number]['file']) => ReturnType<RenderOptions['image']>,
  options: Pick<RenderOptions, 'href' | 'labels'>,
): Promise<RenderedBody> {
  return renderBody(bodyOf(await readFile(entry.file)), {
    ...options,
    image: (name) => {
      const image = entry.bodyImages.find(({ path }) => path === name)
      if (!image) throw new Error(`${entry.file}: the image "${name}" is not among those that were checked.`)
      return resolve(image.file)
    },
    takenIds: PAGE_IDS,
  })
}

async function readEdition(unpublished: boolean): Promise<Edition> {
  const [articles, authors, categories, series, pages, readership] = await Promise.all([
    getCollection('articles'),
    getCollection('authors'),
    getCollection('categories'),
    getCollection('series'),
    getCollection('pages'),
    readReadership(newsroomFolder()),
  ])
  const newsroom = {
    articles: articles.map(
      ({ id, filePath = '', digest, data: { frontMatter, bodyImages, words, comments } }) => ({
        slug: id,
        file: filePath,
        words,
        comments,
        frontMatter: { ...frontMatter, image: detached(frontMatter.image) },
        bodyImages: bodyImages.map(detachedFile),
        digest: String(digest),
      }),
    ),
    authors: authors.map(({ id, data }) => ({ slug: id, ...data, photo: detached(data.photo) })),
    categories: categories.map(({ id, data }) => ({ slug: id, ...data })),
    series: series.map(({ id, data }) => ({ slug: id, ...data, image: detached(data.image) })),
    pages: pages.map(({ id, filePath = '', digest, data: { frontMatter, bodyImages } }) => ({
      slug: id,
      file: filePath,
      ...frontMatter,
      bodyImages: bodyImages.map(detachedFile),
      digest: String(digest),
    })),
    readership,
  }
  return buildEdition(newsroom, { site, at: buildMoment(), unpublished })
}

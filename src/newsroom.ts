import { readFile } from 'node:fs/promises'
import { getCollection } from 'astro:content'
import { cachedRelated } from '#cached-related.ts'
import { cachesOf } from '#desk/caches.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { buildMoment } from '#desk/moment.ts'
import { unpack } from '#desk/packed.ts'
import { readReadership } from '#desk/read-readership.ts'
import { readTagAliases } from '#desk/read-tags.ts'
import { bodyOf } from '#desk/source.ts'
import type { Article, StaticPage } from '#domain/article.ts'
import { buildEdition, type Edition } from '#domain/edition.ts'
import { relatedIn } from '#domain/related.ts'
import type { Summary } from '#domain/summary.ts'
import { languageMarks } from '#domain/language.ts'
import { PAGE_IDS } from '#domain/page-ids.ts'
import { dictionaryFor, localeFor } from '#i18n/dictionary.ts'
import { madeFor } from '#made-for.ts'
import { renderBody, type RenderedBody, type RenderOptions } from '#markdown/render.ts'
import { bodyImage, FEED_IMAGE_WIDTH, responsive, scaled, withImage } from '#pictures.ts'
import { links, site } from '#site.ts'

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

/** What to read after each article. */
export async function getRelated({ articles }: Edition): Promise<(article: Article) => Summary[]> {
  const limit = site.pageSize.related
  return madeFor === 'readers'
    ? cachedRelated(cachesOf(newsroomFolder().root), articles, limit)
    : relatedIn(articles, limit)
}

/** The HTML of an article's or a static page's body, for its page. */
export function getBody(entry: Article | StaticPage): Promise<RenderedBody> {
  return render(entry, responsive, { href: links.written, ...labelsIn(site.locale, entry) })
}

/** The HTML of an article's body for readers elsewhere: every address absolute, one size of each image. */
export function getBodyForFeed(article: Article): Promise<RenderedBody> {
  const page = links.absolute(links.article(article))
  return render(
    article,
    async (file) => {
      const { src, ...size } = await scaled(file, FEED_IMAGE_WIDTH)
      return { src: links.absolute(src), ...size }
    },
    {
      // From the article's own address, as a browser resolves it on the page: notes and sections are found there.
      href: (written) => new URL(links.written(written), page).href,
      ...withoutPage(labelsIn(localeFor(article.lang), article)),
    },
  )
}

/** The labels of a body in a language, on a page that of its chrome, and what tells them from the text. */
function labelsIn(language: string, { lang = site.articleLanguage }: Article | StaticPage) {
  const t = dictionaryFor(language)
  const { footnotes, backToReference, linkToSection, table, credit } = t
  const live = {
    gallery: { name: t.gallery, enlarge: t.enlarge },
    embed: { load: t.loadEmbed, notice: t.embedNotice },
  }
  return {
    labels: { footnotes, backToReference, linkToSection, table, credit, live },
    marks: { label: languageMarks(language, lang), text: languageMarks(lang, language) },
  }
}

function withoutPage({ labels, marks }: ReturnType<typeof labelsIn>) {
  return { labels: { ...labels, linkToSection: undefined, live: undefined }, marks }
}

async function render(
  entry: Article | StaticPage,
  resolve: (file: Article['bodyImages'][number]['file']) => ReturnType<RenderOptions['image']>,
  options: Pick<RenderOptions, 'href' | 'labels' | 'marks'>,
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
  const [articles, authors, categories, series, pages, readership, tagAliases] = await Promise.all([
    getCollection('articles'),
    getCollection('authors'),
    getCollection('categories'),
    getCollection('series'),
    getCollection('pages'),
    readReadership(newsroomFolder()),
    readTagAliases(newsroomFolder()),
  ])
  const newsroom = {
    articles: articles.map(({ id, filePath = '', digest, data: { fields } }) => {
      const { frontMatter, words, comments, bodyImages } = unpack(fields)
      return {
        slug: id,
        file: filePath,
        words,
        comments,
        frontMatter: { ...frontMatter, image: withImage(frontMatter.image) },
        bodyImages: bodyImages.map(bodyImage),
        digest: String(digest),
      }
    }),
    authors: authors.map(({ id, data }) => ({ slug: id, ...data, photo: withImage(data.photo) })),
    categories: categories.map(({ id, data }) => ({ slug: id, ...data })),
    series: series.map(({ id, data }) => ({ slug: id, ...data, image: withImage(data.image) })),
    pages: pages.map(({ id, filePath = '', digest, data: { frontMatter, bodyImages } }) => ({
      slug: id,
      file: filePath,
      ...frontMatter,
      bodyImages: bodyImages.map(bodyImage),
      digest: String(digest),
    })),
    readership,
    tagAliases,
  }
  return buildEdition(newsroom, { site, at: buildMoment(), unpublished })
}

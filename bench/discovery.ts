import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { AstroConfig } from 'astro'
import { z } from 'astro/zod'
import { articleCard, nameOfCard } from '#cards/card.ts'
import { drawCard } from '#cards/draw.ts'
import type { CacheFolder } from '#cache/cache-folder.ts'
import { cacheFolder } from '#cache/caches.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import type { Article, ArticleEntry, ImageFile } from '#domain/article.ts'
import { buildEdition } from '#domain/edition.ts'
import { linksFor } from '#domain/links.ts'
import { articleSchema, categorySchema } from '#domain/schema.ts'
import { parseSite } from '#domain/site.ts'
import { portableMarkdown } from '#markdown/portable.ts'
import { newsArticle } from '#syndication/json-ld/news-article.ts'
import { writeJsonLd } from '#syndication/json-ld/write.ts'
import { indexedPages } from '#syndication/sitemap/indexed-pages.ts'
import { writeNewsSitemap } from '#syndication/sitemap/news-sitemap.ts'
import service from '../src/images/service.ts'
import { corpus } from './corpus.ts'

const CARDS = 60
const PICTURES = 12
const RATIOS = [16 / 9, 4 / 3, 1]
const site = parseSite({ name: 'Warta', tagline: 'News', url: 'https://warta.example/' })
const links = linksFor(site)

/** What sitemap, structured data, Markdown, cards and crops of an outlet's articles cost, in milliseconds each. */
export async function run(args: string[]): Promise<void> {
  const options = { articles: { type: 'string', default: '1000' } } as const
  const articles = Number(parseArgs({ args, options }).values.articles)
  if (!Number.isInteger(articles) || articles < 100)
    throw new Error('--articles takes a number of 100 or more')
  const folder = await corpus({ articles })
  const { sources } = await readNewsroom(newsroomFolder(folder))
  const edition = editionOf(sources)
  const bodyOf = new Map(sources.articles.map(({ slug, body }) => [slug, body]))
  const cards = edition.articles.filter(({ image }) => !image).slice(0, CARDS)
  const pictures = edition.articles.filter(({ image }) => image).slice(0, PICTURES)

  console.log('| what | times | milliseconds each |\n|---|--:|--:|')
  await tell('structured data of an article', edition.articles, (article) =>
    writeJsonLd(newsArticle(article, ['/a.jpg', '/b.jpg', '/c.jpg'], site, links)),
  )
  const pages = indexedPages(edition, site, links)
  await tell('sitemap, of a page', [edition], () => indexedPages(edition, site, links), pages.length)
  await tell(
    'news sitemap, of an article',
    [edition],
    () => writeNewsSitemap(edition.articles, edition.at, site, links),
    edition.articles.length,
  )
  await tell('Markdown of an article', edition.articles, ({ slug, title }) =>
    portableMarkdown(bodyOf.get(slug) ?? '', {
      title,
      href: (written) => written,
      image: (path) => Promise.resolve(path),
    }),
  )
  const kept = await mkdtemp(join(tmpdir(), 'warta-bench-cards-'))
  try {
    for (const state of ['cold', 'warm'])
      await tell(`card, ${state}`, cards, card(cacheFolder('cards', kept)))
  } finally {
    await rm(kept, { recursive: true })
  }
  await tell('three crops of a picture, cold', pictures, (article) => crops(folder, article))
}

function editionOf(sources: Awaited<ReturnType<typeof readNewsroom>>['sources']) {
  const image = () =>
    z.string().transform((src): ImageFile => ({ src, width: 1600, height: 1067, format: 'jpg' }))
  const schema = articleSchema({ image, timeZone: site.timeZone })
  const articles = sources.articles.map(({ slug, file, data }): ArticleEntry => ({
    slug,
    file,
    frontMatter: schema.parse(data),
    words: 1000,
    comments: [],
    entries: [],
    bodyImages: [],
    digest: slug,
  }))
  const newsroom = {
    articles,
    authors: sources.authors.map(({ slug }) => ({ slug, name: slug, verified: false, links: [] })),
    categories: sources.categories.map(({ slug, data }) => ({ slug, ...categorySchema.parse(data) })),
    series: [],
    pages: [],
  }
  return buildEdition(newsroom, { site, at: new Date('2026-01-01T00:00Z') })
}

function card(cache: CacheFolder) {
  return async (article: Article) => {
    const content = articleCard(article, site)
    const name = nameOfCard(content)
    if (!cache.get(name)) cache.put(name, await drawCard(content))
  }
}

async function crops(folder: string, { file, image }: Article): Promise<void> {
  const picture = await readFile(join(folder, dirname(file), image?.src.src ?? ''))
  const config = { service: { entrypoint: '', config: {} } } as unknown as AstroConfig['image']
  for (const ratio of RATIOS) {
    const size = { width: 1200, height: Math.round(1200 / ratio) }
    const transform = { src: '', ...size, fit: 'cover', format: 'jpeg', position: '30% 40%' }
    await service.transform(picture, transform, config, console as never)
  }
}

async function tell<Item>(
  what: string,
  items: readonly Item[],
  work: (item: Item) => unknown,
  parts = items.length,
): Promise<void> {
  const start = performance.now()
  for (const item of items) await work(item)
  console.log(`| ${what} | ${parts} | ${((performance.now() - start) / parts).toFixed(3)} |`)
}

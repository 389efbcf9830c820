import { z } from 'astro/zod'
import type { ArticleEntry, Author, Category, ImageFile, Series } from '#domain/article.ts'
import { buildEdition, type Edition } from '#domain/edition.ts'
import type { EditionOptions, Newsroom } from '#domain/newsroom.ts'
import { entrySchema } from '#domain/live/live-schema.ts'
import type { WrittenEntry } from '#domain/live/live.ts'
import { momentInName } from '#domain/live/moment-in-name.ts'
import { articleSchema } from '#domain/schema.ts'
import { parseSite, type Site, type SiteInput } from '#domain/site.ts'

const schema = articleSchema({ image: () => z.custom<ImageFile>(), timeZone: 'Asia/Jakarta' })

/** Front matter as an author writes it; dates without a zone are Jakarta's. */
export type WrittenFrontMatter = z.input<typeof schema>

/** An article that passes the schema, different from the plainest one in what is given. */
export function article(slug: string, frontMatter: Partial<WrittenFrontMatter> = {}): ArticleEntry {
  return {
    slug,
    file: `articles/2025/07/${slug}.md`,
    frontMatter: schema.parse({
      title: `Title of ${slug}`,
      description: `Description of ${slug}`,
      category: 'politics',
      authors: ['budi-santoso'],
      publishedAt: '2025-07-04T22:13',
      ...frontMatter,
    }),
    words: 500,
    comments: [],
    entries: [],
    bodyImages: [],
    digest: '',
  }
}

const entryFields = entrySchema({ image: () => z.custom<ImageFile>(), timeZone: 'Asia/Jakarta' })

/** An entry of live coverage, of the moment that its name or `at` says. */
export function entry(id: string, fields: z.input<typeof entryFields> = {}): WrittenEntry {
  const { at, ...rest } = entryFields.parse({ at: momentInName(id), ...fields })
  if (!at) throw new Error(`nothing says when ${id} was written`)
  return {
    id,
    file: `articles/2025/07/live/${id}.md`,
    frontMatter: { ...rest, at },
    excerpt: `Beginning of ${id}`,
    words: 20,
    bodyImages: [],
    digest: id,
  }
}

export function author(slug: string, fields: Partial<Author> = {}): Author {
  return { slug, name: nameOf(slug), verified: false, links: [], ...fields }
}

export function category(slug: string, fields: Partial<Category> = {}): Category {
  return { slug, name: nameOf(slug), ...fields }
}

export function series(slug: string, fields: Partial<Series> = {}): Series {
  return { slug, title: nameOf(slug), description: `Description of ${slug}`, ...fields }
}

/** A newsroom with these articles and, unless given, just the authors, categories and series that they name. */
export function newsroom(articles: ArticleEntry[], rest: Partial<Newsroom> = {}): Newsroom {
  const named = articles.map(({ frontMatter }) => frontMatter)
  const byEntries = articles.flatMap(({ entries }) =>
    entries.flatMap(({ frontMatter }) => frontMatter.authors),
  )
  const authors = named.flatMap(({ authors, contributors }) => [
    ...authors,
    ...contributors.flatMap((contributor) => ('author' in contributor ? [contributor.author] : [])),
  ])
  return {
    articles,
    authors: unique([...authors, ...byEntries]).map((slug) => author(slug)),
    categories: unique(named.map(({ category }) => category)).map((slug) => category(slug)),
    series: unique(named.flatMap(({ series }) => series?.slug ?? [])).map((slug) => series(slug)),
    pages: [],
    ...rest,
  }
}

/** A checked config, different from the plainest one in what is given. */
export function siteWith(input: Partial<SiteInput> = {}): Site {
  return parseSite({ name: 'Warta', tagline: 'News, plainly', url: 'https://warta.example/', ...input })
}

/** What is published of these articles at a moment later than all of them. */
export function editionOf(
  articles: ArticleEntry[],
  {
    site = siteWith(),
    at = new Date('2030-01-01T00:00Z'),
    unpublished = false,
    ...rest
  }: EditionSetting = {},
): Edition {
  return buildEdition(newsroom(articles, rest), { site, at, unpublished })
}

type EditionSetting = Partial<EditionOptions & Newsroom>

/** `budi-santoso` is Budi Santoso. */
function nameOf(slug: string): string {
  return slug.replace(/(^|-)(\w)/g, (_, hyphen: string, letter: string) => {
    return (hyphen && ' ') + letter.toUpperCase()
  })
}

function unique(slugs: string[]): string[] {
  return [...new Set(slugs)]
}

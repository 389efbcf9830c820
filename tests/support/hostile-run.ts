import { z } from 'astro/zod'
import fc from 'fast-check'
import { expect } from 'vitest'
import { newsroomFolder } from '#desk/folder.ts'
import { checkSchema } from '#desk/rules/schema.ts'
import { parseSource, type Source } from '#desk/source.ts'
import { linksFor } from '#domain/links.ts'
import { articleSchema } from '#domain/schema.ts'
import { renderBody } from '#markdown/render.ts'
import { writeAtom } from '#syndication/atom.ts'
import { feedOf } from '#syndication/channel-feed.ts'
import { articleItem } from '#syndication/feed-item.ts'
import { newsArticle } from '#syndication/json-ld/news-article.ts'
import { writeJsonLd } from '#syndication/json-ld/write.ts'
import { writeJsonFeed } from '#syndication/json-feed.ts'
import { writeRss } from '#syndication/rss.ts'
import { dangersIn, repeatedIds } from './dangers.ts'
import { hostileFile } from './hostile-articles.ts'
import { editionOf, siteWith } from './newsroom.ts'
import { mustBeWellFormed } from './xml.ts'

export interface FuzzCounts {
  cases: number
  /** Refused by the desk, with a message. */
  refused: number
  /** Bodies rendered. */
  rendered: number
  /** Articles that passed the schema, and stood in a feed. */
  published: number
}

const SITE = siteWith()
const LINKS = linksFor(SITE)
const WORDING = { credit: 'Picture', corrections: 'Corrections', showMoment: String }
const SCHEMA = articleSchema({ image: () => z.string(), timeZone: SITE.timeZone })
export const RENDER_OPTIONS = {
  image: async () => ({ src: '/a.jpg', width: 4, height: 3 }),
  href: LINKS.written,
  labels: {
    footnotes: 'Notes',
    backToReference: 'Back to {reference}',
    linkToSection: 'Link',
    table: 'Table',
    credit: 'Picture',
    live: {
      gallery: { name: 'Gallery', enlarge: 'Enlarge' },
      embed: { load: { video: 'Play', post: 'Show', map: 'Show' }, notice: 'From {host}' },
    },
  },
}

/**
 * Takes hostile files from their bytes to HTML, feed and structured data, and
 * prints how many.
 * @param seed for the same files in every run; another one each time without
 * @throws Error with the smallest file found that crashes anything or gets anything dangerous through
 */
export async function fuzzArticles(cases: number, seed?: number): Promise<FuzzCounts> {
  const counts: FuzzCounts = { cases: 0, refused: 0, rendered: 0, published: 0 }
  const property = fc.asyncProperty(hostileFile, async (bytes) => {
    counts.cases++
    const source = parseSource(bytes, 'articles/x.md', 'x')
    if (Array.isArray(source)) {
      counts.refused++
      expect(source.length).toBeGreaterThan(0)
      for (const problem of source) {
        expect(problem).toMatchObject({ file: 'articles/x.md', message: expect.stringMatching(/\S/) })
        expect(problem.line).toBeGreaterThan(0)
      }
      return
    }
    const html = await rendered(source.body)
    counts.rendered++
    source.parts()
    const problems = checkSchema(filesOf(source), SITE)
    const { data: frontMatter } = SCHEMA.safeParse(source.data)
    // What the desk lets pass is what Astro's store takes.
    expect(problems.length === 0).toBe(frontMatter !== undefined)
    // The desk publishes nothing without a text.
    if (frontMatter && html.trim() !== '') counts.published += await published(source, html)
  })
  await fc.assert(property, { numRuns: cases, ...(seed !== undefined && { seed }) })
  console.log(`fuzzed articles: ${JSON.stringify(counts)}`)
  return counts
}

async function rendered(body: string): Promise<string> {
  const { html } = await renderBody(body, RENDER_OPTIONS)
  expect(dangersIn(html)).toEqual([])
  expect(repeatedIds(html)).toEqual([])
  return html
}

/** @returns the number of articles that readers would see */
async function published({ data, body }: Source, html: string): Promise<number> {
  const entry = {
    slug: 'x',
    file: 'articles/x.md',
    frontMatter: { ...SCHEMA.parse(data), image: undefined },
    digest: '',
    words: body.length,
    comments: [],
    entries: [],
    bodyImages: [],
  }
  const { articles } = editionOf([entry])
  for (const article of articles) {
    expect(writeJsonLd(newsArticle(article, [], SITE, LINKS))).not.toContain('<')
    const channel = { title: article.title, description: article.description, page: '/' }
    const feed = feedOf(channel, [articleItem({ article, html }, WORDING, SITE, LINKS)], SITE, LINKS)
    mustBeWellFormed(await writeRss(feed))
    mustBeWellFormed(writeAtom(feed))
    JSON.parse(writeJsonFeed(feed))
  }
  return articles.length
}

function filesOf(source: Source) {
  return {
    folder: newsroomFolder('/nowhere'),
    sources: { articles: [source], authors: [], categories: [], series: [], pages: [] },
    comments: new Map(),
    entries: new Map(),
    problems: [],
  }
}

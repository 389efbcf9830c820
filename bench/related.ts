import { parseArgs } from 'node:util'
import { z } from 'astro/zod'
import { newsroomFolder } from '#desk/folder.ts'
import { readSite } from '#desk/read-site.ts'
import { readWholeNewsroom } from '#desk/read-newsroom.ts'
import type { Article, ImageFile } from '#domain/article.ts'
import { buildEdition } from '#domain/edition.ts'
import { relatedIn } from '#domain/related.ts'
import { articleSchema } from '#domain/schema.ts'
import { corpus } from './corpus.ts'

const LIMIT = 5
/** The newest articles, each tried as the new one. */
const NEW = 20

/** Times the look-up of related articles for a whole made-up newsroom, and counts the articles that a new one changes it for. */
export async function run(args: string[]): Promise<void> {
  const options = { articles: { type: 'string', default: '10000' } } as const
  const count = Number(parseArgs({ args, options }).values.articles)
  const articles = await articlesOf(await corpus({ articles: count }))

  const before = process.cpuUsage()
  allRelated(articles)
  const { user, system } = process.cpuUsage(before)

  const changed = Array.from({ length: NEW }, (_, i) => {
    const with_ = allRelated(articles.slice(NEW - i - 1))
    const without = allRelated(articles.slice(NEW - i))
    return [...without].filter(([slug, related]) => with_.get(slug) !== related).length
  }).sort((a, b) => a - b)
  console.log('| articles | seconds of processor | articles that a new one changes: median | most |')
  console.log('|--:|--:|--:|--:|')
  console.log(
    `| ${count} | ${((user + system) / 1e6).toFixed(2)} | ${changed[NEW / 2]} | ${changed[NEW - 1]} |`,
  )
}

/** Slugs of what is related to each article. */
function allRelated(articles: readonly Article[]): Map<string, string> {
  const relatedTo = relatedIn(articles, LIMIT)
  const slugs = (article: Article) => relatedTo(article).map(({ slug }) => slug)
  return new Map(articles.map((article) => [article.slug, slugs(article).join()]))
}

async function articlesOf(newsroom: string): Promise<Article[]> {
  const folder = newsroomFolder(newsroom)
  const [site, { sources }] = [await readSite(folder), await readWholeNewsroom(folder)]
  const schema = articleSchema({ image: () => z.custom<ImageFile>(), timeZone: site.timeZone })
  const entry = { words: 0, comments: [], bodyImages: [], entries: [], digest: '' }
  const named = sources.articles.map(({ data }) => data as { authors: string[]; category: string })
  const unique = (slugs: string[]) => [...new Set(slugs)]
  return buildEdition(
    {
      articles: sources.articles.map(({ slug, file, data }) => ({
        ...entry,
        slug,
        file,
        frontMatter: schema.parse(data),
      })),
      authors: unique(named.flatMap(({ authors }) => authors)).map((slug) => ({
        slug,
        name: slug,
        verified: false,
        links: [],
      })),
      categories: unique(named.map(({ category }) => category)).map((slug) => ({ slug, name: slug })),
      series: [],
      pages: [],
    },
    { site, at: new Date('2030-01-01') },
  ).articles
}

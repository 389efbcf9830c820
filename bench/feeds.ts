import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { readWholeNewsroom } from '#desk/read-newsroom.ts'
import type { Source } from '#desk/source.ts'
import { FEED_FORMATS, FORMATS } from '#domain/feed-format.ts'
import { linksFor } from '#domain/links.ts'
import { parseSite } from '#domain/site.ts'
import { en } from '#i18n/en.ts'
import { renderBody } from '#markdown/render.ts'
import { feedOf } from '#syndication/channel-feed.ts'
import type { FeedItem } from '#syndication/feed.ts'
import { writeFeed } from '#syndication/write-feed.ts'
import { corpus } from './corpus.ts'

const RUNS = 25
const ADDRESS = 'https://warta.example/'

/** Times what a feed costs a build: the text of an item, once whatever number of feeds it is in, and each format. Medians. */
export async function run(args: string[]): Promise<void> {
  const options = { items: { type: 'string', default: '30' } } as const
  const count = Number(parseArgs({ args, options }).values.items)
  if (!Number.isInteger(count) || count < 1) throw new Error('--items takes a whole number')
  const { sources } = await readWholeNewsroom(newsroomFolder(await corpus({ articles: count })))
  const articles = sources.articles.slice(0, count)

  const rendering = await median(() => Promise.all(articles.map(itemOf)))
  const site = parseSite({ name: 'Warta', tagline: 'News', url: ADDRESS })
  const source = { title: site.name, description: site.tagline, page: '/' }
  const feed = feedOf(source, await Promise.all(articles.map(itemOf)), site, linksFor(site))
  console.log(
    `The text of an item: ${(rendering / articles.length).toFixed(2)} ms, once for all its feeds and formats\n`,
  )
  console.log('| format | items | ms a feed | ms an item | KB |\n|---|--:|--:|--:|--:|')
  for (const format of FORMATS) {
    const size = Buffer.byteLength(await writeFeed(feed, format)) / 1000
    const time = await median(() => writeFeed(feed, format))
    const { length } = feed.items
    console.log(
      `| ${FEED_FORMATS[format].name} | ${length} | ${time.toFixed(2)} | ${(time / length).toFixed(3)} | ${size.toFixed(0)} |`,
    )
  }
}

async function itemOf({ slug, data, body }: Source): Promise<FeedItem> {
  const { footnotes, backToReference, table, credit } = en
  const { html } = await renderBody(body, {
    image: async (path) => ({ src: new URL(path, ADDRESS).href, width: 1200, height: 675 }),
    href: (written) => new URL(written, ADDRESS).href,
    labels: { footnotes, backToReference, table, credit },
  })
  const publishedAt = new Date(String(data.publishedAt))
  return {
    id: slug,
    title: String(data.title),
    url: `${ADDRESS}${slug}/`,
    language: 'en',
    summary: String(data.description),
    html,
    authors: (data.authors as string[]).map((name) => ({ name, url: `${ADDRESS}author/${name}/` })),
    categories: [String(data.category)],
    publishedAt,
    modifiedAt: publishedAt,
  }
}

/** Milliseconds */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] as number
}

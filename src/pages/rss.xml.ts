import { getEdition, getFeedArticles } from '#newsroom.ts'
import { links, site } from '#site.ts'
import { feedOf } from '#syndication/feed.ts'
import { writeRss } from '#syndication/rss.ts'

export async function GET() {
  const { articles } = await getEdition()
  const source = { title: site.name, description: site.tagline, page: links.front(), self: links.feed() }
  return new Response(await writeRss(feedOf(source, await getFeedArticles(articles), site, links)))
}

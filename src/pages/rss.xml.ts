import { getEdition, getRss } from '#newsroom.ts'
import { links, site } from '#site.ts'

export async function GET() {
  const { articles } = await getEdition()
  const source = { title: site.name, description: site.tagline, page: links.front(), self: links.feed() }
  return getRss(source, articles.slice(0, site.pageSize.feed))
}

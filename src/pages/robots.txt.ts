import { madeFor } from '#newsroom/made-for.ts'
import { links, site } from '#site.ts'
import { writeClosedRobotsTxt, writeRobotsTxt } from '#syndication/robots-txt.ts'

export function GET() {
  return new Response(madeFor === 'preview' ? writeClosedRobotsTxt() : writeRobotsTxt(site.aiCrawlers, links))
}

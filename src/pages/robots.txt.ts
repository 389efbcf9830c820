import { chromes } from '#i18n/chrome.ts'
import { audience } from '#newsroom/audience.ts'
import { links, site } from '#site.ts'
import { writeClosedRobotsTxt, writeRobotsTxt } from '#syndication/robots-txt.ts'

export function GET() {
  return new Response(
    audience === 'preview'
      ? writeClosedRobotsTxt()
      : writeRobotsTxt(
          site.aiCrawlers,
          links,
          chromes.map((chrome) => chrome.links.fragments()),
        ),
  )
}

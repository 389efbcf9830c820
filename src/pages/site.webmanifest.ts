import { links, site } from '#site.ts'
import { light } from '#styles/colours.ts'
import { webManifest } from '#syndication/web-manifest.ts'

export function GET() {
  return Response.json(webManifest(site, light, links), {
    headers: { 'Content-Type': 'application/manifest+json' },
  })
}

import { links, site } from '#site.ts'
import { theme } from '#styles/outlet-theme.ts'
import { webManifest } from '#syndication/web-manifest.ts'

export function GET() {
  return Response.json(webManifest(site, theme.light, links), {
    headers: { 'Content-Type': 'application/manifest+json' },
  })
}

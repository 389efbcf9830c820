import type { APIRoute } from 'astro'
import { chromeOf } from '#i18n/chrome.ts'
import { theme } from '#styles/outlet-theme.ts'
import { webManifest } from '#syndication/web-manifest.ts'

export const GET: APIRoute = (page) => {
  const { links, site } = chromeOf(page)
  return Response.json(webManifest(site, theme.light, links), {
    headers: { 'Content-Type': 'application/manifest+json' },
  })
}

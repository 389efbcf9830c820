import { directionOf } from '#domain/language.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'

/** How a phone keeps the site on its home screen: https://www.w3.org/TR/appmanifest/. */
export function webManifest(site: Site, colours: { paper: string }, links: Links) {
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: links.publicFile(purpose === 'any' ? `/icon-${size}.png` : `/icon-maskable-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return {
    id: links.front(),
    name: site.name,
    short_name: site.name,
    description: site.tagline,
    lang: site.locale,
    dir: directionOf(site.locale),
    categories: ['news'],
    start_url: links.front(),
    scope: links.front(),
    display: 'minimal-ui',
    theme_color: colours.paper,
    background_color: colours.paper,
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  }
}

import { adsOf } from './advertising.ts'
import type { Article } from './article.ts'
import type { Site } from './site.ts'

export type OutsideSettings = Pick<Site, 'ads' | 'newsletter' | 'comments'>
export type OutsideUse = Pick<Article, 'ads' | 'discussion' | 'unpublished'>

const GISCUS = 'https://giscus.app'

/**
 * The other sites that the outlet's settings let into an article's page, and
 * what its text embeds: what a content security policy has to allow beyond the
 * site itself, and nothing more. Origins such as `https://ads.example`, by the
 * directive that lets them in.
 * @param frames addresses that the page may show in a frame.
 */
export function outsideOrigins(
  site: OutsideSettings,
  article: OutsideUse,
  frames: readonly string[],
): Record<string, string[]> {
  const { script } = adsOf(site.ads, article)
  const ads = script === undefined ? [] : [script, ...site.ads.origins]
  const { provider, server } = site.comments
  // As components/comments has it: what is not published yet tells no server of itself.
  const comments = article.unpublished || article.discussion === 'none' ? 'none' : provider
  const giscus = comments === 'giscus' && article.discussion === 'open' ? [GISCUS] : []
  return originsOf({
    'script-src': [...ads, ...giscus],
    'style-src': giscus,
    'img-src': ads,
    'connect-src': [...ads, ...(comments === 'waline' && server ? [server] : [])],
    'frame-src': [...frames, ...ads, ...giscus],
    'form-action': site.newsletter ? [site.newsletter.action] : [],
  })
}

/** Each origin once, and no directive without one. */
function originsOf(addresses: Record<string, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(addresses)
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) => [name, [...new Set(list.map((address) => new URL(address).origin))]]),
  )
}

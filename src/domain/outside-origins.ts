import type { Site } from './site.ts'

/**
 * The other sites that the outlet's settings let into its pages: what a content
 * security policy has to allow beyond the site itself, and nothing more.
 * Origins such as `https://ads.example`, by the directive they belong to.
 */
export function outsideOrigins({ ads, newsletter }: Pick<Site, 'ads' | 'newsletter'>): {
  'script-src': string[]
  'form-action': string[]
} {
  return {
    'script-src': ads.enabled && ads.script ? [new URL(ads.script).origin] : [],
    'form-action': newsletter ? [new URL(newsletter.action).origin] : [],
  }
}

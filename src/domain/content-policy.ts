import { adsOf } from './advertising.ts'
import { outsideOrigins, type OutsideSettings, type OutsideUse } from './outside-origins.ts'

/** A content security policy: the sources of each directive, as they are written there. */
export type ContentPolicy = Record<string, string[]>

const SELF = ["'self'"]
const NONE = ["'none'"]

/** Nothing at all: for a page that is no more than a link. */
export const EMPTY_POLICY: ContentPolicy = {
  'default-src': NONE,
  'base-uri': NONE,
  'form-action': NONE,
}

/**
 * Everything from the site itself, and nothing inline but what is named by its
 * hash. WebAssembly is not let in: the search runs it in a worker, which has a
 * policy of its own.
 */
export const PAGE_POLICY: ContentPolicy = {
  ...EMPTY_POLICY,
  'script-src': SELF,
  'style-src': SELF,
  'img-src': SELF,
  'font-src': SELF,
  'connect-src': SELF,
  'manifest-src': SELF,
  'worker-src': SELF,
  'form-action': SELF,
  // Where a browser knows them, markup and addresses of scripts come from these policies of src/client alone.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default', 'fragment', 'giscus', 'inert', 'saved'],
}

/**
 * The policy of an article's page, with the other sites that it needs.
 * @param frames addresses that its text may show in a frame.
 */
export function articlePolicy(
  site: OutsideSettings,
  article: OutsideUse,
  frames: readonly string[],
): ContentPolicy {
  const policy = { ...PAGE_POLICY }
  for (const [name, origins] of Object.entries(outsideOrigins(site, article, frames)))
    policy[name] = [...(policy[name] ?? []), ...origins]
  if (adsOf(site.ads, article).script !== undefined) {
    // What others write makes its markup and its styles as it pleases.
    policy['style-src'] = [...(policy['style-src'] ?? []), "'unsafe-inline'"]
    delete policy['require-trusted-types-for']
    delete policy['trusted-types']
  }
  return policy
}

/** The policy of a page that needs no other site but for frames at these addresses. */
export function framesOnly(frames: readonly string[]): ContentPolicy {
  const origins = [...new Set(frames.map((frame) => new URL(frame).origin))]
  return { ...PAGE_POLICY, ...(origins.length > 0 && { 'frame-src': origins }) }
}

/** As it stands in a meta element or a header. */
export function writePolicy(policy: ContentPolicy): string {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

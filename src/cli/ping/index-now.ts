import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { post } from './post.ts'
import type { Versions } from './published.ts'
import type { Receiver } from './receiver.ts'

/** Addresses in one request, by indexnow.org/documentation. */
const MOST = 10_000

/** Search engines that take IndexNow, notified of pages that are new, changed or gone. */
export function indexNow(
  { key, endpoint }: NonNullable<Site['indexNow']>,
  links: Links,
  versions: () => Promise<Versions>,
  timeout: number,
): Receiver {
  const keyLocation = links.absolute(links.indexNowKey(key))
  const meanings = {
    400: 'the request is not as it wants it',
    403: `it did not find the key at ${keyLocation}`,
    422: `the addresses are not of the site that ${keyLocation} speaks for`,
    429: 'it was told too often',
  }
  return {
    address: endpoint,
    nouns: ['page', 'pages'],
    versions,
    wantsGone: true,
    batch: MOST,
    tell: (urlList) =>
      post(endpoint, JSON.stringify({ host: new URL(keyLocation).host, key, keyLocation, urlList }), {
        timeout,
        meanings,
      }),
  }
}

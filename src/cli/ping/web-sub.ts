import { post } from './post.ts'
import type { Versions } from './published.ts'
import type { Receiver } from './receiver.ts'

/**
 * A WebSub hub, notified of changed feeds one by one, as some hubs take no more.
 * W3C WebSub leaves open how; hubs take what PubSubHubbub 0.4 laid down, section 7.1.
 */
export function hubAt(address: string, versions: () => Promise<Versions>, timeout: number): Receiver {
  return {
    address,
    nouns: ['feed', 'feeds'],
    versions,
    wantsGone: false,
    batch: 1,
    tell: ([feed = '']) =>
      post(address, new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed }), { timeout }),
  }
}

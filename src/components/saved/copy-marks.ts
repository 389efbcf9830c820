import type { Links } from '#domain/links.ts'
import { audience } from '#newsroom/audience.ts'

/** Attributes by which `client/copies/outlet.ts` knows where articles are copied to; none on pages that are not for readers. */
export function copyMarks(links: Links): Record<string, string> {
  return audience === 'readers' ? { 'data-worker': links.serviceWorker(), 'data-list': links.saved() } : {}
}

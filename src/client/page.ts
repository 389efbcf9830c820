import './breaking-line.ts'
import './comments/section.ts'
import './embed-card.ts'
import './fetched-ahead.ts'
import './following-contents.ts'
import './heading-links.ts'
import './headline-ticker.ts'
import './image-dialog.ts'
import './image-gallery.ts'
import './lazy-fragment.ts'
import { sayLost } from './lost-part.ts'
import './read-aloud.ts'
import './save-button.ts'
// Once this article is among the recent ones.
import './page-dictionary.ts'
import './search-dialog.ts'
import './share-bar.ts'
import './text-size.ts'
import './theme-switch.ts'
import './tool-menu.ts'

// The script of every page: one file, that a reader has after the first, costs less than a dozen with what a page needs.

/** Elements of few pages, whose code is fetched where they stand. */
const ELSEWHERE: Record<string, () => Promise<unknown>> = {
  'find-entry': () => import('./live/find-entry.ts'),
  'giscus-thread': () => import('./comments/giscus.ts'),
  'follow-button': () => import('./follows/follow-button.ts'),
  'kept-list': () => import('./saved.ts'),
  'live-coverage': () => import('./live/coverage.ts'),
  'old-numbers': () => import('./old-numbers.ts'),
  'search-page': () => import('./search-page.ts'),
  '[data-withdrawn]': () => import('./saved.ts'),
}

for (const [name, load] of Object.entries(ELSEWHERE)) {
  if (document.querySelector(name)) load().catch((error: unknown) => sayLost(name, error))
}

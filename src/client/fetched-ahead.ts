interface Delivered extends PerformanceEntry {
  /** How Chromium says where the page came from. */
  deliveryType?: string
}

/*
 * What a browser fetches ahead is no view, and is told apart in a server's log. When it is read after all, the page asks
 * whether it is still the same: the log has a request of a reader's, and he pays for no more than "304 Not Modified".
 */
const [arrival] = performance.getEntriesByType('navigation') as Delivered[]
if (arrival?.deliveryType === 'navigational-prefetch')
  fetch(location.href, { cache: 'no-cache' }).catch(() => undefined)

export {}

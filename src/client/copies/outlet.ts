/** What of an outlet its copies need, as elements of its pages tell it in `data-worker` and `data-list`. */
export interface Outlet {
  /** Path of the service worker's script, whose folder is the root of the site. */
  worker: string
  /** Path of the page of the reader's lists, in the language of the page that asks. */
  list: string
}

/** Undefined where pages are not for readers: there nothing is copied. */
export function outletOf({ worker, list }: { [name: string]: string | undefined }): Outlet | undefined {
  return worker && list ? { worker, list } : undefined
}

/** The root of the site, from the host's root. */
export function baseOf({ worker }: Outlet): string {
  return worker.slice(0, worker.lastIndexOf('/') + 1)
}

/** The name of the cache that holds the copies; `service-worker.js` makes the same of its scope. */
export function cacheName(outlet: Outlet): string {
  return `saved ${baseOf(outlet)}`
}

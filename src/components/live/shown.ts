import type { LiveEntry } from '#domain/live/live.ts'
import type { ListPage } from '#domain/pagination.ts'
import type { RenderedBody } from '#markdown/render.ts'

/** An entry with its text. */
export interface ShownEntry {
  entry: LiveEntry
  /** Of all of it: a browser that has shown it knows by this whether it is as it was. */
  digest: string
  body: RenderedBody
}

/** What an article's own page shows of its live coverage. */
export interface ShownCoverage {
  page: ListPage<LiveEntry>
  entries: ShownEntry[]
  /** The entry that stands above the others. */
  pinned: ShownEntry | undefined
}

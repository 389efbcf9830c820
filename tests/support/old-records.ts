import type { OldSystem } from '#moving-in/old-system.ts'
import type { EntryRecord } from '#moving-in/record.ts'

/** An old system without a record, in which path and query identify a page. */
export const OLD_SYSTEM: OldSystem = {
  name: 'Old',
  size: 0,
  records: async function* () {},
  pathOf: ({ pathname, search }) => pathname + search,
  mediaPaths: () => [],
  servedAt: (path) => path,
  categoryAddresses: () => [],
}

/** An article of it, with nothing but a title beside `fields`. */
export function oldEntry(fields: Partial<EntryRecord>): EntryRecord {
  return {
    record: 'entry',
    kind: 'article',
    id: '',
    title: 'Title',
    slug: '',
    oldAddresses: [],
    status: 'public',
    publishedAt: undefined,
    description: '',
    authors: [],
    category: undefined,
    tags: [],
    comments: [],
    feedId: '',
    shows: [],
    notes: [],
    body: () => ({ html: '', linesMatter: false, notes: [] }),
    ...fields,
  }
}

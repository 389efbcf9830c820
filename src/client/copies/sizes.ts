import { cacheName, type Outlet } from './outlet.ts'
import { canCopy } from './registration.ts'
import { Shelf } from './shelf.ts'

export interface Sizes {
  /** Bytes of each article's page and of what it needs alone, by path. */
  articles: ReadonlyMap<string, number>
  /** Of all that is stored. */
  total: number
}

/** How much the copies take on this device. */
export async function sizesOf(outlet: Outlet): Promise<Sizes> {
  if (!canCopy() || !(await caches.has(cacheName(outlet)))) return { articles: new Map(), total: 0 }
  const shelf = await Shelf.open(outlet)
  const [sizes, copies] = await Promise.all([shelf.sizes(), shelf.copies()])
  const users = new Map<string, number>()
  for (const { files } of copies.values())
    for (const file of files) users.set(file, (users.get(file) ?? 0) + 1)
  const sum = (files: readonly string[]) => files.reduce((bytes, file) => bytes + (sizes.get(file) ?? 0), 0)
  const articles = [...copies]
    .filter(([, { kind }]) => kind === 'article')
    .map(
      ([path, { files }]) => [path, sum([path, ...files.filter((file) => users.get(file) === 1)])] as const,
    )
  return { articles: new Map(articles), total: sum([...sizes.keys()]) }
}

/** `48 kB`, `1.2 MB`, as a language writes it. */
export function showSize(bytes: number, locale: string): string {
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1000] as const) : (['megabyte', bytes / 1e6] as const)
  const maximumFractionDigits = unit === 'kilobyte' ? 0 : 1
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(size)
}

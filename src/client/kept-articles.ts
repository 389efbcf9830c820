/** What the lists of a reader's articles hold of each: enough to show it and to find it again. */
export interface KeptArticle {
  /** From the host's root. */
  path: string
  title: string
  /** BCP 47 */
  lang: string
  category: string
  /** As readers see it. */
  date: string
}

export type ListName = 'saved' | 'recent'
/** What became of a change: kept, or why the browser did not keep it. */
export type StorageResult = 'kept' | 'full' | 'forbidden'

const MOST_RECENT = 30
const FIELDS = ['path', 'title', 'lang', 'category', 'date'] as const

export const storageKey = (list: ListName) => `articles-${list}`

/** A list, newest first. What is damaged or of another making is passed over; undefined where storage is forbidden. */
export function readList(list: ListName, storage = deviceStorage()): KeptArticle[] | undefined {
  if (!storage) return undefined
  try {
    const found: unknown = JSON.parse(storage.getItem(storageKey(list)) ?? '[]')
    return Array.isArray(found) ? found.filter(isKeptArticle) : []
  } catch {
    return []
  }
}

export function writeList(
  list: ListName,
  articles: readonly KeptArticle[],
  storage = deviceStorage(),
): StorageResult {
  if (!storage) return 'forbidden'
  try {
    if (articles.length > 0) storage.setItem(storageKey(list), JSON.stringify(articles))
    else storage.removeItem(storageKey(list))
    return 'kept'
  } catch (error) {
    return (error as Error).name === 'SecurityError' ? 'forbidden' : 'full'
  }
}

/** The article at the head of a list; that of recent ones forgets its oldest. */
export function addTo(list: ListName, article: KeptArticle, storage = deviceStorage()): StorageResult {
  const articles = [article, ...without(readList(list, storage), article.path)]
  return writeList(list, list === 'recent' ? articles.slice(0, MOST_RECENT) : articles, storage)
}

export function removeFrom(list: ListName, path: string, storage = deviceStorage()): StorageResult {
  return writeList(list, without(readList(list, storage), path), storage)
}

export function has(list: ListName, path: string, storage = deviceStorage()): boolean {
  return readList(list, storage)?.some((article) => article.path === path) ?? false
}

/** This device's storage; undefined where the browser forbids even to look at it. */
function deviceStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

function without(articles: KeptArticle[] | undefined, path: string): KeptArticle[] {
  return articles?.filter((article) => article.path !== path) ?? []
}

/** A path alone is a link of this site: neither a script nor another host can hide in one. */
function isKeptArticle(value: unknown): value is KeptArticle {
  const fields = value as Partial<KeptArticle> | null
  return (
    typeof fields === 'object' &&
    fields !== null &&
    FIELDS.every((field) => typeof fields[field] === 'string') &&
    /^\/(?![/\\])/.test(fields.path ?? '')
  )
}

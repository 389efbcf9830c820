import { deviceStorage, type StorageResult, writeValue } from './device-storage.ts'
import { isPath } from './own-path.ts'

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
  /** The outlet no longer publishes it. */
  gone?: boolean
}

export type ListName = 'saved' | 'recent'

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
  return writeValue(storageKey(list), articles.length > 0 ? articles : undefined, storage)
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

/** An article as a page tells it, in JSON; undefined where it tells none. */
export function articleIn(json: string | null | undefined): KeptArticle | undefined {
  try {
    const found: unknown = JSON.parse(json ?? '')
    return isKeptArticle(found) ? found : undefined
  } catch {
    return undefined
  }
}

function without(articles: KeptArticle[] | undefined, path: string): KeptArticle[] {
  return articles?.filter((article) => article.path !== path) ?? []
}

function isKeptArticle(value: unknown): value is KeptArticle {
  const fields = value as Partial<KeptArticle> | null
  return (
    typeof fields === 'object' &&
    fields !== null &&
    FIELDS.every((field) => typeof fields[field] === 'string') &&
    isPath(fields.path)
  )
}

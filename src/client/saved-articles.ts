import { deviceStorage } from './device-storage.ts'
import { has, type KeptArticle, readList, removeFrom, writeList } from './kept-articles.ts'

/** Paths of the saved articles, of all or of those that are still published. */
export function listedPaths(which: 'all' | 'published', storage = deviceStorage()): string[] {
  const articles = readList('saved', storage) ?? []
  return articles.filter(({ gone }) => which === 'all' || !gone).map(({ path }) => path)
}

/** Notes whether the outlet still publishes a saved article. */
export function setGone(path: string, isGone: boolean, storage = deviceStorage()): void {
  changeSaved(path, ({ gone: _, ...article }) => (isGone ? { ...article, gone: true } : article), storage)
}

/** A saved article has another address. */
export function moveSaved(from: string, to: string, storage = deviceStorage()): void {
  if (has('saved', to, storage)) removeFrom('saved', from, storage)
  else changeSaved(from, (article) => ({ ...article, path: to }), storage)
}

/** The list says of a saved article what its page says of it by now: another headline, say. */
export function noteSaved(path: string, told: KeptArticle | undefined, storage = deviceStorage()): void {
  changeSaved(path, (article) => ({ ...article, ...told, path }), storage)
}

function changeSaved(
  path: string,
  change: (article: KeptArticle) => KeptArticle,
  storage: Storage | undefined,
): void {
  const articles = readList('saved', storage) ?? []
  const changed = articles.map((article) => (article.path === path ? change(article) : article))
  if (JSON.stringify(changed) !== JSON.stringify(articles)) writeList('saved', changed, storage)
}

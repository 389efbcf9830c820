import { articleIn } from '#client/kept-articles.ts'
import { listedPaths, noteSaved } from '#client/saved-articles.ts'
import { savesData } from '#client/saves-data.ts'
import { checkCopies, dropCopies } from './copies.ts'
import { outletOf } from './outlet.ts'

/**
 * Has the copy of an article follow the reader's list, once he has changed it or, on a visit, as the page is read again.
 * @param marks attributes of an element that tells the outlet, and the article
 * @returns false where the reader has just saved it and there is no copy
 */
export async function followSaved(
  marks: Parameters<typeof outletOf>[0],
  path: string,
  { isVisit = false } = {},
): Promise<boolean> {
  const outlet = outletOf(marks)
  if (!outlet) return true
  if (!listedPaths('all').includes(path)) {
    await dropCopies(outlet)
    return true
  }
  const isCopy = document.documentElement.hasAttribute('data-copy')
  if (!isCopy) noteSaved(path, articleIn(marks.article))
  if (isVisit && (isCopy || savesData())) return true
  let isCopied = true
  await checkCopies(outlet, [path], {
    cache: 'force-cache',
    tell: (_, { is }) => {
      isCopied = is !== 'full' && is !== 'unreachable'
    },
  })
  return isVisit || isCopied
}

import { articleIn, type KeptArticle } from '#client/kept-articles.ts'
import { type Copy, type CopyKind, readCopy, textOf } from './copy.ts'
import { ask, Unreachable } from './fetch-file.ts'
import { judgePage } from './judge-page.ts'
import { baseOf, type Outlet } from './outlet.ts'
import { parsePage } from './registration.ts'
import type { Shelf } from './shelf.ts'
import { slimPage } from './slim-page.ts'

/**
 * What became of a copy when the site was asked: `moved` says where it is now, under whose address it's stored. `article`
 * is what a page that was fetched says of itself.
 */
export type Outcome =
  | { is: 'same' | 'stored' | 'changed'; article?: KeptArticle | undefined }
  /** The outlet publishes it no longer: its copy is gone. */
  | { is: 'gone' }
  | { is: 'moved'; to: string; article?: KeptArticle | undefined }
  /** The site did not answer, or not with this page: what is there stays. */
  | { is: 'unreachable' }

/** Redirects that are followed, be it the server's or a page's. */
const MOST_MOVES = 5

interface Wanted {
  path: string
  kind: CopyKind
  /** Stands at the head of a copy, with its moment. */
  notice?: Element | undefined
  /** How a page is asked for of which there is no copy. */
  cache?: RequestCache
}

/**
 * Makes the copy of a page be as the page is.
 * @throws DOMException when the browser has no room left
 */
export async function checkCopy(shelf: Shelf, outlet: Outlet, wanted: Wanted): Promise<Outcome> {
  try {
    return await renew(shelf, outlet, wanted, wanted.path, 0)
  } catch (error) {
    if (error instanceof Unreachable) return { is: 'unreachable' }
    throw error
  }
}

async function renew(
  shelf: Shelf,
  outlet: Outlet,
  wanted: Wanted,
  path: string,
  moves: number,
): Promise<Outcome> {
  const stored = await shelf.find(path)
  const copy = stored && readCopy(stored)
  const text = stored && copy && (await shelf.isWhole(copy)) ? await textOf(stored) : undefined
  if (copy && text !== undefined) {
    const outcome = await askWhether(path, copy)
    if (outcome) return outcome
  }
  const answer = await ask(path, { cache: copy ? 'no-store' : (wanted.cache ?? 'no-cache') })
  if (isGone(answer)) return { is: 'gone' }
  if (answer.status !== 200) return { is: 'unreachable' }
  const { pathname } = new URL(answer.url)
  const page = parsePage(await answer.text())
  const verdict = judgePage(page, pathname, baseOf(outlet))
  if (verdict.is === 'withdrawn') return { is: 'gone' }
  if (verdict.is === 'moved') {
    if (moves >= MOST_MOVES) return { is: 'unreachable' }
    const outcome = await renew(shelf, outlet, wanted, verdict.to, moves + 1)
    const isThere = outcome.is === 'same' || outcome.is === 'stored' || outcome.is === 'changed'
    return isThere ? { is: 'moved', to: verdict.to, article: outcome.article } : outcome
  }
  const isWanted = wanted.kind === 'article' ? verdict.is === 'article' : page.querySelector('kept-list')
  if (!isWanted) return { is: 'unreachable' }
  const article = articleIn(page.querySelector('save-button')?.getAttribute('data-article'))
  const slim = slimPage(page, answer.url, wanted.notice && datedNotice(wanted.notice, page))
  await shelf.put(pathname, wanted.kind, slim, answer)
  if (pathname !== path) return { is: 'moved', to: pathname, article }
  if (text === undefined) return { is: 'stored', article }
  return { is: withoutNotice(text) === withoutNotice(slim.html) ? 'same' : 'changed', article }
}

/** Asks for no page but whether there is another by now: a log counts no reader, and he pays for no page. */
async function askWhether(path: string, { etag, modified }: Copy): Promise<Outcome | undefined> {
  if (!etag && !modified) return undefined
  const headers = new Headers()
  if (etag) headers.set('If-None-Match', etag)
  if (modified) headers.set('If-Modified-Since', modified)
  const answer = await ask(path, { method: 'HEAD', headers })
  if (answer.status === 304) return { is: 'same' }
  if (isGone(answer)) return { is: 'gone' }
  return answer.ok ? undefined : { is: 'unreachable' }
}

const withoutNotice = (html: string) => html.replace(/<p data-copied[^>]*>.*?<\/p>/s, '')

function datedNotice(notice: Element, { documentElement: { lang } }: Document): Element {
  const dated = notice.cloneNode(true) as Element
  const moment = new Date().toLocaleString(lang, { dateStyle: 'long', timeStyle: 'short' })
  dated.textContent = (dated.textContent ?? '').replace('{moment}', () => moment)
  return dated
}

function isGone({ status }: Response): boolean {
  return status === 404 || status === 410
}

import { fillFromFragment } from '#client/fragment.ts'
import type { Named } from './status.ts'

/** The entries that a list shows, newest first. */
export function entriesIn(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-entry]')]
}

export function nameOf({ dataset: { entry = '', digest = '' } }: HTMLElement): Named {
  return [entry, digest]
}

/**
 * Fetches an entry from the folder of its article.
 * @throws Error when it cannot be had, or is none
 */
export async function fetchEntry(folder: string, [id, digest]: Named): Promise<HTMLElement> {
  const box = document.createElement('div')
  await fillFromFragment(box, `${folder}${encodeURIComponent(id)}/${digest}/`)
  const entry = box.querySelector<HTMLElement>(':scope > [data-entry]')
  if (entry?.dataset.entry !== id) throw new Error(`${id} is no entry`)
  return entry
}

/** Puts fetched entries at the places that `order` gives them, and takes others away; the rest stay as they are. */
export function placeEntries(
  list: Element,
  order: readonly string[],
  { fetched, removed }: { fetched: readonly HTMLElement[]; removed: readonly string[] },
) {
  const shown = new Map(entriesIn(list).map((entry) => [nameOf(entry)[0], entry]))
  for (const id of removed) shown.get(id)?.remove()
  for (const entry of fetched) {
    const [id] = nameOf(entry)
    replace(shown.get(id), entry)
    shown.set(id, entry)
  }
  // From the oldest on: each goes before the one that is next to it in the order, if it is not there already.
  const ordered = order.flatMap((id) => shown.get(id) ?? [])
  const last = ordered.at(-1)
  if (last && last.parentElement !== list) list.prepend(last)
  for (let i = ordered.length - 2; i >= 0; i--) {
    const [entry, next] = [ordered[i], ordered[i + 1]]
    if (entry && next && next.previousElementSibling !== entry) next.before(entry)
  }
}

/** A reader who was in the old one with the keyboard is in the new one. */
function replace(old: HTMLElement | undefined, entry: HTMLElement) {
  const hadFocus = old?.contains(document.activeElement)
  old?.replaceWith(entry)
  if (hadFocus) entry.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
}

/** An entry as it stands a second time in the page: without ids. */
export function copyOf(entry: Element): Element {
  const copy = entry.cloneNode(true) as Element
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id')
  return copy
}

import { entriesIn, nameOf } from './entries.ts'

/** Makes the list of key events that of the entries in the page, before those of older pages. */
export function renewKeyEvents(nav: HTMLElement, list: Element, removed: readonly string[]) {
  const entries = entriesIn(list)
  const here = new Set([...entries.map((entry) => nameOf(entry)[0]), ...removed])
  const older = [...nav.querySelectorAll<HTMLElement>('[data-of]')].filter(
    ({ dataset }) => !here.has(dataset.of ?? ''),
  )
  const own = entries.filter(({ dataset }) => dataset.key !== undefined).map(itemOf)
  nav.querySelector('ol')?.replaceChildren(...own, ...older)
  nav.hidden = own.length + older.length === 0
}

function itemOf(entry: HTMLElement): HTMLElement {
  const [id] = nameOf(entry)
  const item = document.createElement('li')
  item.dataset.of = id
  const link = document.createElement('a')
  link.href = `#${encodeURIComponent(id)}`
  link.className = 'live-event'
  const words = document.createElement('span')
  words.textContent = entry.dataset.key ?? ''
  const time = entry.querySelector('time')?.cloneNode(true)
  link.append(...(time ? [time] : []), words)
  item.append(link)
  return item
}

import { deviceStorage, writeValue } from './device-storage.ts'
import { fillFromFragment } from './fragment.ts'

/** Milliseconds after which a page that a reader comes back to looks for another line. */
const FRESH = 60_000
/** What a timer takes at most. */
const LONGEST_WAIT = 2 ** 31 - 1

/**
 * Fetches the line of breaking news at `src` into its last element, and shows it until its moment is over or the reader
 * has closed it: for good, by its identity. Its first element says it, once, to those who do not see it.
 */
class BreakingLine extends HTMLElement {
  private spoken = this.querySelector<HTMLElement>('[role=status]')
  private place = this.querySelector<HTMLElement>('div')
  private askedAt = 0
  /** The line that was closed on this page: not every browser stores it for the next one. */
  private closed: string | undefined
  private timer = 0

  connectedCallback() {
    // First comes what the page itself needs.
    if (document.readyState === 'complete') this.ask()
    else addEventListener('load', () => this.ask())
    const comeBack = () => {
      if (document.hidden) return
      if (Date.now() - this.askedAt > FRESH) this.ask()
      // A device that has slept has had no timers.
      else this.show()
    }
    document.addEventListener('visibilitychange', comeBack)
    addEventListener('pageshow', ({ persisted }) => persisted && comeBack())
    // Closed in another tab.
    addEventListener('storage', () => this.show())
  }

  private async ask() {
    if (!this.place) return
    this.askedAt = Date.now()
    try {
      await fillFromFragment(this.place, this.getAttribute('src') ?? '')
    } catch {
      // What it has shown is still true until its moment is over.
    }
    this.place.querySelector('button')?.addEventListener('click', () => this.close())
    this.show()
  }

  private get line() {
    return this.place?.querySelector<HTMLElement>('[data-id]') ?? undefined
  }

  private show() {
    const { place, line } = this
    if (!place) return
    const { id = '', until = '' } = line?.dataset ?? {}
    const left = Date.parse(until) - Date.now()
    // Whoever reads that article needs no way to it.
    const isHere = line?.querySelector('a')?.href === location.href.replace(/[?#].*/, '')
    const isClosed = this.closed === id || remembers('closed', id)
    const isShown = left > 0 && !isHere && !isClosed
    place.hidden = !isShown
    this.toggleAttribute('data-shown', isShown)
    clearTimeout(this.timer)
    if (!isShown) return
    this.timer = window.setTimeout(() => this.show(), Math.min(left, LONGEST_WAIT))
    if (!this.spoken || remembers('announced', id)) return
    remember('announced', id)
    this.spoken.textContent = line?.querySelector('p')?.textContent ?? ''
  }

  private close() {
    this.closed = this.line?.dataset.id ?? ''
    remember('closed', this.closed)
    this.show()
    // The next stop of the keyboard is the one after it.
    this.tabIndex = -1
    this.focus({ preventScroll: true })
  }
}

type Memory = 'announced' | 'closed'

/** Whether the last line of which that is so is this one. */
function remembers(what: Memory, id: string): boolean {
  return deviceStorage()?.getItem(keyOf(what)) === JSON.stringify(id)
}

function remember(what: Memory, id: string): void {
  writeValue(keyOf(what), id)
}

const keyOf = (what: Memory) => `breaking-${what}`

customElements.define('breaking-line', BreakingLine)

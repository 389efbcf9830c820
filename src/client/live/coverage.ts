import { savesData } from '#client/saves-data.ts'
import { textOf } from '#client/search/status.ts'
import { tellAgo } from './ago.ts'
import { copyOf, entriesIn, fetchEntry, nameOf, placeEntries } from './entries.ts'
import { holdStill } from './hold-still.ts'
import { renewKeyEvents } from './key-events.ts'
import { planUpdate } from './plan.ts'
import { Poller } from './poller.ts'
import type { Named, Status } from './status.ts'

/** Pixels from the page's top within which a reader is at the top. */
const TOP = 8
const AGO_MS = 30_000

/**
 * Live coverage in a page that is open: it brings what is new, changed or gone. New entries wait behind a button unless the
 * reader is at the page's top. Asks no more once the coverage is over, while it is paused, in a tab that nobody sees, and for
 * a reader who saves data only when told to.
 */
class LiveCoverage extends HTMLElement {
  readonly #list = this.#part('entries')
  readonly #title = document.title
  readonly #poller = new Poller({
    src: this.dataset.src ?? '',
    show: (status) => this.#show(status),
    tell: (isReached) => this.#say(isReached ? '' : (this.dataset.textUnreachable ?? '')),
  })
  #status: Status | undefined
  #ago = 0

  connectedCallback() {
    tellAgo(this)
    this.#ago = window.setInterval(() => document.hidden || tellAgo(this), AGO_MS)
    this.#part('waiting').addEventListener('click', () => void this.#reveal())
    const pause = this.#part('pause')
    const load = this.#part('load')
    load.addEventListener('click', () => void this.#poller.ask())
    if (savesData()) {
      pause.hidden = true
      load.hidden = false
      return
    }
    pause.addEventListener('click', () => {
      const isPaused = pause.getAttribute('aria-pressed') !== 'true'
      pause.setAttribute('aria-pressed', String(isPaused))
      if (isPaused) this.#poller.stop()
      else this.#poller.start()
    })
    this.#poller.start()
  }

  disconnectedCallback() {
    clearInterval(this.#ago)
    this.#poller.stop()
  }

  async #show(status: Status) {
    const plan = planUpdate(entriesIn(this.#list).map(nameOf), status)
    const isAtTop = scrollY <= TOP
    const added = isAtTop && !plan.isGap ? plan.added : []
    await this.#apply(status, [...added, ...plan.changed], plan.removed, isAtTop)
    this.#status = status
    this.#wait(plan.isGap || !isAtTop ? plan.added.length : 0)
    if (added.length > 0) this.#say(textOf(this, 'waiting', added.length))
    if (status.state === 'ended') this.#end()
  }

  /** Brings what waits, and the reader to it. */
  async #reveal() {
    const status = this.#status
    if (!status) return
    const plan = planUpdate(entriesIn(this.#list).map(nameOf), status)
    if (plan.isGap) return location.reload()
    await this.#apply(status, [...plan.added, ...plan.changed], plan.removed, true)
    this.#wait(0)
    const heading = this.#list.querySelector<HTMLElement>('h3')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'start' })
  }

  /** @param mayMove whether the reader is where new entries are to be seen */
  async #apply(status: Status, wanted: readonly Named[], removed: readonly string[], mayMove: boolean) {
    const { entries, pinned, state } = status
    const folder = this.dataset.folder ?? ''
    const isPinnedShown = this.#pinned()?.dataset.digest === pinned?.[1]
    const [fetched, above] = await Promise.all([
      Promise.all(wanted.map((named) => fetchEntry(folder, named))),
      pinned && !isPinnedShown ? fetchEntry(folder, pinned) : undefined,
    ])
    const change = () => {
      placeEntries(
        this.#list,
        entries.map(([id]) => id),
        { fetched, removed },
      )
      if (!isPinnedShown) this.#pin(above)
      renewKeyEvents(this.#part('key-events'), this.#list, removed)
      if (entriesIn(this.#list).length > 0) this.querySelector('[data-part="none"]')?.remove()
      this.#tellState(state)
      tellAgo(this)
    }
    if (mayMove) change()
    else holdStill(this.#anchors(), change)
  }

  #anchors(): Element[] {
    const above = [this.#part('pinned'), this.#part('key-events')]
    const below = [this.#list.nextElementSibling, this.nextElementSibling]
    return [...above, ...entriesIn(this.#list), ...below.filter((element) => element !== null)]
  }

  #pinned() {
    return this.#part('pinned').querySelector<HTMLElement>('[data-entry]')
  }

  #pin(entry: HTMLElement | undefined) {
    const part = this.#part('pinned')
    part.hidden = entry === undefined
    part.querySelector(':scope > div')?.replaceChildren(...(entry ? [copyOf(entry)] : []))
  }

  #tellState(state: Status['state']) {
    const label = document.querySelector<HTMLElement>('main [data-live-state]')
    if (!label || label.dataset.liveState === state) return
    label.dataset.liveState = state
    label.textContent = textOf(this, `state-${state}`)
  }

  /** Says how many wait, and offers them. */
  #wait(count: number) {
    const button = this.#part('waiting')
    const text = count > 0 ? textOf(this, 'waiting', count) : ''
    const isSame = button.textContent === text
    button.hidden = count === 0
    button.textContent = text
    document.title = count > 0 ? `(${count}) ${this.#title}` : this.#title
    if (!isSame) this.#say(text)
  }

  #end() {
    this.#poller.stop()
    for (const name of ['pause', 'load']) this.#part(name).hidden = true
    this.#say(this.dataset.textOver ?? '')
  }

  #say(text: string) {
    this.#part('status').textContent = text
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`)
    if (!part) throw new Error(`live coverage without its ${name}`)
    return part
  }
}

customElements.define('live-coverage', LiveCoverage)

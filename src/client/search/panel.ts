import type { Found, SearchResult } from './engine.ts'
import { relaxedQueries } from './relaxed-queries.ts'
import { part } from './part.ts'
import { isEmpty, type SearchRequest } from './request.ts'
import { resultItem } from './result-item.ts'
import type { SearchSession } from './session.ts'
import { isolated, say, textOf } from './status.ts'

const MOST_OFFERS = 2

interface PanelOptions {
  /** Results that are shown at once. */
  pageSize: number
  /** The reader asks for this, by a button of the panel. */
  follow(request: SearchRequest): void
}

/** What page and dialog show of a search: status, results, and a way on where there are none. */
export class SearchPanel {
  private run = 0
  private list: HTMLElement
  private more: HTMLButtonElement

  constructor(
    private root: HTMLElement,
    private session: SearchSession,
    private options: PanelOptions,
  ) {
    this.list = part(root, '[data-results]')
    this.more = part(root, '[data-more]')
  }

  /** Resolves when the results stand there, with nothing if there are none to be had or a later call took over. */
  async show(request: SearchRequest): Promise<Found | undefined> {
    this.run += 1
    const run = this.run
    if (isEmpty(request)) {
      this.clear()
      say(this.root, 'empty')
      return
    }
    say(this.root, 'searching')
    // Results of the last search stay until those of this one are there.
    if (this.list.children.length === 0) {
      this.clear()
      part(this.root, '[data-when="searching"]').hidden = false
    }
    try {
      const { found, results } = await this.session.search(request, this.options.pageSize)
      if (run !== this.run) return
      this.clear()
      this.append(results, found)
      this.more.onclick = () => void this.showMore(found, request, run)
      const said = found.total === 0 ? 'none' : found.isNear ? 'near' : 'count'
      say(this.root, said, { count: found.total, query: request.query })
      if (found.total === 0) void this.offer(request, run)
      if (found.since) this.offerOlder(found.unsearched, found.since, request, run)
      return found
    } catch (error) {
      if (run === this.run) this.fail(error, request)
      return
    }
  }

  private async showMore(found: Found, request: SearchRequest, run: number) {
    const first = this.list.children.length
    try {
      const results = await found.next(this.options.pageSize)
      if (run !== this.run) return
      this.append(results, found)
      this.list.children[first]?.querySelector('a')?.focus()
    } catch (error) {
      if (run === this.run) this.fail(error, request)
    }
  }

  /** Buttons for requests like this one that do find something. */
  private async offer(request: SearchRequest, run: number) {
    part(this.root, '[data-when="none"]').hidden = false
    const offers = part(this.root, '[data-offers]')
    const template = part<HTMLTemplateElement>(this.root, 'template[data-offer]')
    for (const relaxed of relaxedQueries(request)) {
      const answer = await this.session.search(relaxed, 0).catch(() => undefined)
      if (run !== this.run || !answer) return
      if (answer.found.total === 0 || answer.found.isNear) continue
      const item = template.content.cloneNode(true) as DocumentFragment
      part(item, '[data-part="query"]').append(isolated(relaxed.query))
      part(item, '[data-part="unfiltered"]').hidden =
        Object.keys(relaxed.filters).length === Object.keys(request.filters).length
      part(item, '[data-part="count"]').append(
        `(${new Intl.NumberFormat(document.documentElement.lang).format(answer.found.total)})`,
      )
      part(item, 'button').addEventListener('click', () => this.options.follow(relaxed))
      offers.append(item)
      if (offers.children.length === MOST_OFFERS) return
    }
  }

  /** A button that searches the rest of the archive, too, and how far back the results go. */
  private offerOlder(unsearched: number, since: string, request: SearchRequest, run: number) {
    const offer = part(this.root, '[data-when="older"]')
    const month = new Date(`${since}-15`)
    const shown = new Intl.DateTimeFormat(document.documentElement.lang, { month: 'long', year: 'numeric' })
    const text = textOf(this.root, 'since').replace('{month}', shown.format(month))
    part(offer, '[data-part="since"]').textContent = text
    const button = part<HTMLButtonElement>(offer, 'button')
    button.textContent = textOf(this.root, 'older', unsearched)
    button.onclick = async () => {
      say(this.root, 'searching')
      // The search that follows reports the error.
      await this.session.openOlder().catch(() => undefined)
      if (run === this.run) this.options.follow(request)
    }
    offer.hidden = false
  }

  private append(results: SearchResult[], found: Found) {
    const template = part<HTMLTemplateElement>(this.root, 'template[data-result]')
    this.list.append(...results.map((result) => resultItem(template, result)))
    this.more.hidden = this.list.children.length >= found.total
  }

  private fail(error: unknown, request: SearchRequest) {
    console.error(error)
    this.clear()
    part(this.root, '[data-when="failed"]').hidden = false
    part<HTMLButtonElement>(this.root, '[data-retry]').onclick = () => this.options.follow(request)
    say(this.root, 'failed')
  }

  private clear() {
    this.list.replaceChildren()
    this.more.hidden = true
    part(this.root, '[data-offers]').replaceChildren()
    for (const element of this.root.querySelectorAll<HTMLElement>('[data-when]')) element.hidden = true
  }
}

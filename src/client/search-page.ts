import { record } from './search/address.ts'
import { fillForm, offerFilters, queryField, readForm } from './search/form.ts'
import { listenToKeys } from './search/keyboard.ts'
import { SearchPanel } from './search/panel.ts'
import { part } from './search/part.ts'
import { isEmpty, isTooLong, parseRequest, type SearchRequest } from './search/request.ts'
import { searchSession } from './search/session.ts'

const PAGE = 10
const TYPING_PAUSE_MS = 250

/**
 * The search page: a form whose state is the address's query string, and the
 * list of what it finds. Pagefind is loaded when the form is used. The texts
 * come from the page, in `data-text-*`.
 */
class SearchPage extends HTMLElement {
  private form = part<HTMLFormElement>(this, 'form')
  private field = queryField(this.form)
  private results = part(this, '[data-index]')
  private session = searchSession(this.results.dataset.index ?? '', { withCounts: true })
  private panel = new SearchPanel(this.results, this.session, {
    pageSize: PAGE,
    follow: (request) => this.follow(request),
  })
  private pause: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.submit({ typing: false })
    })
    this.form.addEventListener('input', ({ target }) => {
      clearTimeout(this.pause)
      const typing = target === this.field
      this.pause = setTimeout(() => this.submit({ typing }), typing ? TYPING_PAUSE_MS : 0)
    })
    this.form.addEventListener('focusin', () => void this.offerAll(), { once: true })
    addEventListener('popstate', () => void this.search(this.restore()))
    listenToKeys({ field: this.field, root: this, leave: () => this.empty() })
    this.start()
  }

  /** From the address, or from what a reader has done who was faster than this code. */
  private start() {
    const isHere = this.form.contains(document.activeElement)
    if (isHere && this.field.value !== '' && !location.search) return this.submit({ typing: true })
    const request = this.restore()
    if (location.search) void this.search(request)
    else if (isHere) void this.offerAll()
  }

  /** From the address into the form. */
  private restore(): SearchRequest {
    clearTimeout(this.pause)
    const request = parseRequest(location.search)
    fillForm(this.form, request)
    this.tellLength(new URLSearchParams(location.search).get('q') ?? '')
    return request
  }

  private submit(how: { typing: boolean }) {
    clearTimeout(this.pause)
    const request = readForm(this.form)
    record(request, how)
    this.tellLength(this.field.value)
    void this.search(request)
  }

  private follow(request: SearchRequest) {
    fillForm(this.form, request)
    this.field.focus()
    this.submit({ typing: false })
  }

  private empty() {
    this.field.value = ''
    this.submit({ typing: true })
  }

  private async search(request: SearchRequest) {
    const found = await this.panel.show(request)
    if (found) offerFilters(this.form, found.counts)
    else if (isEmpty(request)) await this.offerAll()
  }

  /** The counts of all articles, where nothing is searched for. */
  private async offerAll() {
    const counts = await this.session.filters().catch(() => undefined)
    if (counts && isEmpty(readForm(this.form))) offerFilters(this.form, counts)
  }

  private tellLength(query: string) {
    part(this, '[data-too-long]').hidden = !isTooLong(query)
  }
}

customElements.define('search-page', SearchPage)

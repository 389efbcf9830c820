import {
  type FilterCounts,
  type Found,
  openSearch,
  type SearchEngine,
  type SearchResult,
} from './search-engine.ts'

const PAGE = 10
const TYPING_PAUSE_MS = 250
const LONGEST_QUERY = 200
const FILTERS = ['category', 'author', 'year'] as const

/**
 * The search page: a form whose state is the address's query string, and the
 * list of what it finds. Pagefind is loaded at the first query. The texts come
 * from the page, in `data-text-*`; `{count}` and `{query}` are filled in here.
 */
class SearchPage extends HTMLElement {
  private engine: Promise<SearchEngine> | undefined
  private run = 0

  private form = this.find<HTMLFormElement>('form')
  private status = this.find<HTMLElement>('[data-status]')
  private list = this.find<HTMLElement>('[data-results]')
  private more = this.find<HTMLButtonElement>('[data-more]')
  private template = this.find<HTMLTemplateElement>('template')

  connectedCallback() {
    let pause: ReturnType<typeof setTimeout> | undefined
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      clearTimeout(pause)
      void this.search()
    })
    this.form.addEventListener('input', () => {
      clearTimeout(pause)
      pause = setTimeout(() => void this.search(), TYPING_PAUSE_MS)
    })
    addEventListener('popstate', () => this.restore())
    this.restore()
  }

  /** From the address into the form; then the form is searched for. */
  private restore() {
    const address = new URLSearchParams(location.search)
    this.field('q').value = address.get('q')?.slice(0, LONGEST_QUERY) ?? ''
    this.field('sort').value = address.get('sort') === 'date' ? 'date' : 'relevance'
    for (const name of FILTERS) {
      const value = address.get(name) ?? ''
      const select = this.field(name) as HTMLSelectElement
      // Before the index is there, the value in the address is the only option known.
      if (value && ![...select.options].some((option) => option.value === value))
        select.add(new Option(value, value))
      select.value = value
    }
    if (address.has('q') || FILTERS.some((name) => address.has(name))) void this.search()
  }

  private async search() {
    this.run += 1
    const run = this.run
    const query = this.field('q').value.trim()
    const filters = Object.fromEntries(
      FILTERS.map((name) => [name, this.field(name).value]).filter(([, value]) => value),
    )
    const sort = this.field('sort').value === 'date' ? 'date' : 'relevance'
    const address = new URLSearchParams({
      ...(query && { q: query }),
      ...filters,
      ...(sort === 'date' && { sort }),
    })
    history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname)

    if (query === '' && Object.keys(filters).length === 0) {
      this.show([], false)
      this.say('empty')
      return
    }
    this.say('searching')
    try {
      this.engine ??= openSearch(this.dataset.index ?? '')
      const engine = await this.engine
      this.offer(await engine.filters())
      const found = await engine.search({ query, filters, sort })
      const results = await found.next(PAGE)
      if (run !== this.run) return
      this.show(results, found.total > results.length)
      this.say(found.total === 0 ? 'none' : 'count', { count: found.total, query })
      this.more.onclick = () => void this.showMore(found, run)
    } catch (error) {
      console.error(error)
      // Tried again at the next query: the connection may be back.
      this.engine = undefined
      this.show([], false)
      this.say('failed')
    }
  }

  private async showMore(found: Found, run: number) {
    const results = await found.next(PAGE)
    if (run !== this.run) return
    const first = this.list.children.length
    this.list.append(...results.map((result) => this.item(result)))
    this.more.hidden = this.list.children.length >= found.total
    this.list.children[first]?.querySelector('a')?.focus()
  }

  private show(results: SearchResult[], hasMore: boolean) {
    this.list.replaceChildren(...results.map((result) => this.item(result)))
    this.more.hidden = !hasMore
  }

  /** A filled-in copy of the page's template. Texts go in as text: titles and excerpts are never trusted as HTML. */
  private item({ url, excerpt, meta }: SearchResult): Node {
    const item = this.template.content.cloneNode(true) as DocumentFragment
    const part = (name: string) => item.querySelector<HTMLElement>(`[data-part="${name}"]`)
    const language = meta.language === document.documentElement.lang ? '' : (meta.language ?? '')
    const link = part('title') as HTMLAnchorElement
    link.href = url
    link.textContent = meta.title ?? url
    link.lang = language
    const text = part('excerpt')
    text?.append(...marked(excerpt))
    if (text) text.lang = language
    const category = part('category')
    if (category) category.textContent = meta.category ?? ''
    const date = part('date')
    if (date) date.textContent = meta.date ?? ''
    const image = part('image') as HTMLImageElement | null
    if (meta.image && image) image.src = meta.image
    else image?.remove()
    return item
  }

  /** Fills the filters with the values that articles have. */
  private offer(counts: FilterCounts) {
    for (const name of FILTERS) {
      const select = this.field(name) as HTMLSelectElement
      const chosen = select.value
      const values = Object.entries(counts[name] ?? {}).sort(([a], [b]) =>
        name === 'year' ? b.localeCompare(a) : a.localeCompare(b),
      )
      const options = values.map(
        ([value, count]) => new Option(`${value} (${count})`, value, false, value === chosen),
      )
      const [all] = select.options
      if (all) select.replaceChildren(all, ...options)
      select.value = chosen
    }
  }

  private say(text: string, values: { count?: number; query?: string } = {}) {
    const { count = 0, query = '' } = values
    const plural = new Intl.PluralRules(document.documentElement.lang).select(count)
    const wanted =
      this.getAttribute(`data-text-${text}-${plural}`) ?? this.getAttribute(`data-text-${text}`) ?? ''
    this.status.textContent = wanted.replace('{count}', String(count)).replace('{query}', () => query)
    this.toggleAttribute('data-failed', text === 'failed')
  }

  private field(name: string): HTMLInputElement | HTMLSelectElement {
    return this.form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement
  }

  private find<T extends Element>(selector: string): T {
    const element = this.querySelector<T>(selector)
    if (!element) throw new Error(`search-page lacks ${selector}`)
    return element
  }
}

/** Text and `mark` elements of an excerpt. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((piece) => {
    const text = decode(piece.replace(/^<mark>|<\/mark>$/g, ''))
    if (!piece.startsWith('<mark>')) return document.createTextNode(text)
    const mark = document.createElement('mark')
    mark.textContent = text
    return mark
  })
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  nbsp: '\u00a0',
}

function decode(text: string): string {
  return text.replace(/&(\w+|#\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

customElements.define('search-page', SearchPage)

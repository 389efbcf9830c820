import { Parser } from 'htmlparser2'

/** What search reads of an article's page. */
export interface SearchedPage {
  /** That its words are stemmed by: a language without its region. */
  language: string
  /** ISO 8601 */
  published: string
  /** The searched elements as the page has them, without what they tell of other articles. */
  html: string
}

const BODY = 'data-pagefind-body'
/** Where nothing is searched, whatever stands in it. */
const IGNORED = 'all'

/**
 * Collects the elements of a page with `data-pagefind-body`, less those within them with
 * `data-pagefind-ignore="all"`: previous and next article, the advertisements. A parser tells it of each tag.
 */
export class SearchedElements {
  readonly #html: string
  readonly #parts: string[] = []
  #language: string | undefined
  #published: string | undefined
  #depth = 0
  #bodyDepth: number | undefined
  #ignoredDepth: number | undefined
  #from = 0

  constructor(html: string) {
    this.#html = html
  }

  /** @param start where the tag begins in the HTML */
  open(attributes: Record<string, string>, start: number): void {
    this.#depth++
    if (this.#bodyDepth === undefined && BODY in attributes) {
      this.#bodyDepth = this.#depth
      this.#from = start
      this.#language ??= attributes['data-search-lang']?.split('-')[0]
      this.#published ??= attributes['data-published']
    } else if (
      this.#bodyDepth !== undefined &&
      this.#ignoredDepth === undefined &&
      attributes['data-pagefind-ignore'] === IGNORED
    ) {
      this.#ignoredDepth = this.#depth
      this.#parts.push(this.#html.slice(this.#from, start))
    }
  }

  /** @param end the place of the tag's last character */
  close(end: number): void {
    if (this.#depth === this.#ignoredDepth) {
      this.#ignoredDepth = undefined
      this.#from = end + 1
    } else if (this.#depth === this.#bodyDepth) {
      this.#bodyDepth = undefined
      this.#parts.push(this.#html.slice(this.#from, end + 1))
    }
    this.#depth--
  }

  /** Whether the parser is outside all searched elements. */
  get isOutside(): boolean {
    return this.#bodyDepth === undefined
  }

  /** Undefined for a page that search passes over. */
  page(): SearchedPage | undefined {
    if (this.#language === undefined || this.#published === undefined) return undefined
    return { language: this.#language, published: this.#published, html: this.#parts.join('') }
  }
}

/**
 * The searched elements of a page, as `SearchedElements` collects them. What is indexed is this and nothing else, so
 * that an index need not be made anew where it is the same. Undefined for a page that search passes over.
 */
export function searchedPage(page: string): SearchedPage | undefined {
  // What comes before the first, and after the last, is the chrome: as much again.
  const first = page.indexOf(BODY)
  if (first === -1) return undefined
  const html = page.slice(page.lastIndexOf('<', first))
  const last = html.lastIndexOf(BODY)
  const elements = new SearchedElements(html)
  const parser = new Parser({
    onopentag: (_name, attributes) => elements.open(attributes, parser.startIndex),
    onclosetag() {
      elements.close(parser.endIndex)
      if (elements.isOutside && parser.endIndex > last) parser.pause()
    },
  })
  parser.end(html)
  return elements.page()
}

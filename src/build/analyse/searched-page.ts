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
 * The elements of a page with `data-pagefind-body`, less those within them with
 * `data-pagefind-ignore="all"`: previous and next article, the advertisements.
 * What is indexed is this and nothing else, so that an index need not be made
 * anew where it is the same. Undefined for a page that search passes over.
 */
export function searchedPage(page: string): SearchedPage | undefined {
  // What comes before the first, and after the last, is the chrome: as much again.
  const first = page.indexOf(BODY)
  if (first === -1) return undefined
  const html = page.slice(page.lastIndexOf('<', first))
  const last = html.lastIndexOf(BODY)
  const kept: string[] = []
  let language: string | undefined
  let published: string | undefined
  let depth = 0
  let bodyDepth: number | undefined
  let ignoredDepth: number | undefined
  let from = 0
  const parser = new Parser({
    onopentag(_name, attributes) {
      depth++
      if (bodyDepth === undefined && BODY in attributes) {
        bodyDepth = depth
        from = parser.startIndex
        language ??= attributes['data-search-lang']?.split('-')[0]
        published ??= attributes['data-published']
      } else if (bodyDepth !== undefined && ignoredDepth === undefined && isIgnored(attributes)) {
        ignoredDepth = depth
        kept.push(html.slice(from, parser.startIndex))
      }
    },
    onclosetag() {
      if (depth === ignoredDepth) {
        ignoredDepth = undefined
        from = parser.endIndex + 1
      } else if (depth === bodyDepth) {
        bodyDepth = undefined
        kept.push(html.slice(from, parser.endIndex + 1))
        if (parser.endIndex > last) parser.pause()
      }
      depth--
    },
  })
  parser.end(html)
  return language !== undefined && published !== undefined
    ? { language, published, html: kept.join('') }
    : undefined
}

function isIgnored(attributes: Record<string, string>): boolean {
  return attributes['data-pagefind-ignore'] === IGNORED
}

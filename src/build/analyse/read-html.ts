import { Parser } from 'htmlparser2'
import type { Facts } from './facts.ts'
import type { Fault } from './fault.ts'
import type { Gatherer } from './gatherer.ts'
import { addressesOf, refreshOf } from './html-addresses.ts'
import { SearchedElements } from './searched-page.ts'

/** Elements whose text readers do not see, and the heading, which an empty page has too. */
const SILENT = ['script', 'style', 'template', 'h1']
/** Elements that are something to see without a text. */
const SHOWN = new Set(['img', 'video', 'iframe', 'form', 'input'])

export type HtmlGatherer = Pick<Gatherer, 'link' | 'id' | 'json' | 'fault' | 'searched'>

interface Found {
  titles: string[]
  h1s: number
  canonicals: number
  ogType: string
  /** It has an element of that name. */
  html: boolean
  main: boolean
  redirects: boolean
  /** Something is in `main`, beside the heading. */
  shows: boolean
  unpublished: boolean
}

/** Reads a page, or a piece of HTML, which has no `html` element. */
export function readHtml(html: string, gather: HtmlGatherer, { authored = false } = {}): Facts['kind'] {
  const found: Found = {
    titles: [],
    h1s: 0,
    canonicals: 0,
    ogType: '',
    html: false,
    main: false,
    redirects: false,
    shows: false,
    unpublished: false,
  }
  const open: string[] = []
  const elements = new SearchedElements(html)
  let structured: string | undefined
  const parser = new Parser({
    onopentag(tag, attributes) {
      const isProse = /(^| )prose( |$)/.test(attributes.class ?? '')
      open.push(isProse ? 'prose' : tag)
      elements.open(attributes, parser.startIndex)
      if (attributes.id) gather.id(attributes.id)
      const byAuthor = tag === 'a' && (authored || open.includes('prose'))
      for (const address of addressesOf(tag, attributes)) gather.link(address, byAuthor)
      if (attributes.type === 'application/ld+json') structured = ''
      note(found, tag, attributes)
      if (!found.shows && SHOWN.has(tag) && open.includes('main')) found.shows = true
    },
    ontext(text) {
      if (structured !== undefined) structured += text
      else if (open.at(-1) === 'title' && open.at(-2) === 'head') found.titles.push(text)
      else if (!found.shows && text.trim() !== '' && open.includes('main'))
        found.shows = !SILENT.some((tag) => open.includes(tag))
    },
    onclosetag() {
      open.pop()
      elements.close(parser.endIndex)
      if (structured !== undefined) gather.json(structured)
      structured = undefined
    },
  })
  parser.write(html)
  parser.end()
  if (found.unpublished) gather.fault({ rule: 'unpublished-content', message: UNPUBLISHED })
  if (!found.html) return 'part'
  for (const fault of faultsOf(found)) gather.fault(fault)
  const searched = elements.page()
  if (searched) gather.searched(searched)
  return found.ogType === 'article' ? 'article' : 'page'
}

function note(found: Found, tag: string, attributes: Record<string, string>): void {
  if (tag === 'html') found.html = true
  if (tag === 'main') found.main = true
  if (tag === 'h1') found.h1s++
  if (tag === 'link' && attributes.rel === 'canonical') found.canonicals++
  if (tag === 'meta' && attributes.property === 'og:type') found.ogType = attributes.content ?? ''
  if (refreshOf(tag, attributes) !== undefined) found.redirects = true
  if ('data-unpublished' in attributes) found.unpublished = true
}

const UNPUBLISHED = 'is marked as not published. Keep what makes it from articles that are held back.'

function faultsOf({ titles, h1s, canonicals, redirects, main, shows }: Found): Fault[] {
  const faults: Fault[] = []
  const add = (rule: Fault['rule'], message: string) => faults.push({ rule, message })
  if (titles.join('').trim() === '') add('page-title', 'has no title. Give its layout one.')
  if (canonicals !== 1) add('page-canonical', `has ${canonicals} canonical addresses. It must name one.`)
  if (h1s !== 1) add('page-heading', `has ${h1s} headings of level one. It must have one.`)
  if (!redirects && !(main && shows))
    add('empty-page', 'shows nothing but its heading. See what became of its text.')
  return faults
}

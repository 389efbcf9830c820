import { elementsOf, textOf } from './html.ts'

/** A tag that parts words. */
const BLOCK = /<(?!\/?(?:a|b|code|em|i|span|strong|sub|sup|u)\b)/gi
const ADDRESS = /https?:\/\/\S+/g
const UNREAD = /<(script|style|iframe|form)\b[\s\S]*?<\/\1>/gi

/** What part of the words of old texts may be missing from their pages. */
export const MOST_MISSING = 0.001

/** Counts the words of old texts, and lists those that are missing from the pages made of them. */
export class WordCount {
  all = 0
  readonly missing: string[] = []

  /** @param name stands before each missing word in the list */
  compare(name: string, oldHtml: string, page: string): void {
    const body = bodyOf(page)
    // The same text joins its words at the tags of a table or parts them, by the element.
    const there = new Set([body, body.replaceAll('<', ' <')].flatMap((html) => wordsOf(plainTextOf(html))))
    const words = wordsOf(plainTextOf(oldHtml.replace(BLOCK, ' $&')).replace(ADDRESS, ' '))
    this.all += words.length
    this.missing.push(...words.filter((word) => !there.has(word)).map((word) => `${name} ${word}`))
  }

  get share(): number {
    return this.missing.length / this.all
  }
}

/** The text of an article or a page of the site, without its title, its lists and the chrome. */
function bodyOf(page: string): string {
  const start = page.search(/<heading-links\b/)
  return start === -1 ? '' : page.slice(start, page.indexOf('</heading-links>', start))
}

/** What a reader without scripts sees of HTML. */
function plainTextOf(html: string): string {
  const [root] = elementsOf(`<div>${html.replace(UNREAD, ' ')}</div>`)
  return textOf(root)
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

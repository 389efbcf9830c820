/** A sentence to be spoken, and where on the page it stands. */
export interface SpokenSentence {
  text: string
  /** BCP 47 */
  lang: string
  block: Element
}

const BLOCKS = 'h1, h2, h3, h4, p, li, figcaption'
/** What an ear has no use for: notes and their numbers, tables, code. */
const UNSPOKEN = 'sup, .footnotes, table, pre, [aria-hidden="true"], [hidden]'
/** Chromium drops what a network voice has spoken for 15 seconds: https://crbug.com/679437 */
const LONGEST = 200

/** The sentences of the parts of a page, in their order, each with the language that it is in. */
export function sentencesOf(parts: Iterable<Element>): SpokenSentence[] {
  return [...parts].flatMap((part) => {
    const inside = [...part.querySelectorAll(BLOCKS)]
    // Of blocks within one another the innermost: a quotation's or a list's paragraphs.
    const blocks = inside.length > 0 ? inside.filter((block) => !block.querySelector(BLOCKS)) : [part]
    return blocks
      .filter((block) => !block.closest(UNSPOKEN))
      .flatMap((block) => {
        const lang = block.closest('[lang]')?.getAttribute('lang') ?? ''
        return splitSentences(spokenTextOf(block), lang).map((text) => ({ text, lang, block }))
      })
  })
}

/** Sentences of a text, those that are too long in pieces between words. */
export function splitSentences(text: string, lang: string): string[] {
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'sentence' })
  return [...segmenter.segment(text)].flatMap(({ segment }) => pieces(segment.trim())).filter(Boolean)
}

function pieces(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence]
  const comma = Math.max(...[', ', '; ', ': ', ' – '].map((mark) => sentence.lastIndexOf(mark, LONGEST)))
  const cut = comma > LONGEST / 4 ? comma + 1 : sentence.lastIndexOf(' ', LONGEST)
  const at = cut > 0 ? cut : LONGEST
  return [sentence.slice(0, at).trim(), ...pieces(sentence.slice(at).trim())]
}

function spokenTextOf(block: Element): string {
  const copy = block.cloneNode(true) as Element
  for (const part of copy.querySelectorAll(UNSPOKEN)) part.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

import type { Root } from 'mdast'
import { markdownToMdast } from 'satteri'
import { captionQuotes, mayQuoteCaption } from './caption-quotes.ts'
import { DIALECT } from './dialect.ts'
import { phrasingIn } from './phrasing.ts'
import type { Place } from './place.ts'
import { mayStrike, singleTildes } from './single-tildes.ts'
import { edited, placeBefore } from './source-edits.ts'

interface AsCommonMark {
  markdown: string
  /** Where a place of this Markdown is in the author's; lines and columns count from 1. */
  placeBefore(place: Place): Place
}

/**
 * A body as CommonMark with GFM's additions, in which it means what it means here: a single tilde is a tilde, and
 * captions may stand in any quotation marks. Wherever a body is parsed, it is this that is parsed. Few bodies differ.
 */
export function asCommonMark(markdown: string): AsCommonMark {
  const [strikes, quotes] = [mayStrike(markdown), mayQuoteCaption(markdown)]
  if (!strikes && !quotes) return { markdown, placeBefore: ({ line, column }) => ({ line, column }) }
  const root = markdownToMdast(markdown, { features: DIALECT, position: true }) as Root
  const runs = phrasingIn(root, markdown)
  const edits = [...(strikes ? singleTildes(runs, markdown) : []), ...(quotes ? captionQuotes(runs) : [])]
  return { markdown: edited(markdown, edits), placeBefore: placeBefore(markdown, edits) }
}

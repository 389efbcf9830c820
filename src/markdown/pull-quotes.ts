import type { Element, ElementContent } from 'hast'
import { defineHastPlugin } from 'satteri'

/** The marker, alone on the first line of a quotation or before its words. */
const MARKER = /^\s*\[!pull\]\s*/i
/** How the line that names the speaker begins; typed as `--`, a dash comes out as `–`. */
const SPEAKER = /^\s*[—–]\s*/

/**
 * A quotation whose first line is `[!pull]` is set large, as a newspaper sets
 * a sentence to draw the eye; a last paragraph that begins with a dash names
 * who said it. With `plain`, as in a feed, it stays a quotation without the marker.
 */
export function pullQuotes({ plain }: { plain: boolean }) {
  return defineHastPlugin({
    name: 'pull-quotes',
    element: {
      filter: ['blockquote'],
      visit(node): Element | undefined {
        const paragraphs = node.children.filter((child) => child.type === 'element')
        const words = withoutMarker(paragraphs[0])
        if (!words) return undefined
        const quoted = [...words, ...paragraphs.slice(1)]
        const speaker = plain || quoted.length < 2 ? undefined : speakerIn(quoted.at(-1))
        const quote = element('blockquote', speaker ? quoted.slice(0, -1) : quoted)
        if (plain) return quote
        const figure = element('figure', speaker ? [quote, element('figcaption', speaker)] : [quote])
        return { ...figure, properties: { className: ['pull-quote'] } }
      },
    },
  })
}

/** What is left of the first paragraph, none where the marker was all of it; undefined without a marker. */
function withoutMarker(paragraph: ElementContent | undefined): Element[] | undefined {
  const rest = cut(paragraph, MARKER)
  if (!rest) return undefined
  const [first, ...others] = rest
  const words = first?.type === 'element' && first.tagName === 'br' ? others : rest
  return words.length > 0 ? [element('p', words)] : []
}

function speakerIn(paragraph: ElementContent | undefined): ElementContent[] | undefined {
  return cut(paragraph, SPEAKER)
}

/** A paragraph's children with `pattern` taken off the front; undefined where they don't begin with it. */
function cut(paragraph: ElementContent | undefined, pattern: RegExp): ElementContent[] | undefined {
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return undefined
  const [first, ...others] = paragraph.children
  if (first?.type !== 'text' || !pattern.test(first.value)) return undefined
  const value = first.value.replace(pattern, '')
  return value === '' ? others : [{ type: 'text', value }, ...others]
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children: [...children] }
}

/** A shortcode as it stands in a text: `[name key="value"]`, alone or around something. */
export interface Shortcode {
  name: string
  /** By name, in small letters; those without one by their number, from 0. */
  attributes: Record<string, string>
  /** What it stands around; undefined for one that stands alone. */
  content: string | undefined
  /** Whether it has its line or paragraph to itself. */
  alone: boolean
}

const OPENING =
  /\[(\[?)([a-z][\w-]*)((?:[\s=](?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\]"']){0,2000})?)(\/?)\](\]?)/gi
const CLOSING = /\[\/([a-z][\w-]*)\]/gi
const ATTRIBUTE =
  /([\w-]+)\s*=\s*"([^"]*)"|([\w-]+)\s*=\s*'([^']*)'|([\w-]+)\s*=\s*([^\s"']+)|"([^"]*)"|([^\s"']+)/g

/** What stands in the place of a shortcode's tags; what is between them stays, and its shortcodes are replaced in turn. */
export interface Unwrapped {
  before: string
  /** Before the text that follows, in the place of its closing tag. */
  after: string
}

/**
 * A text in which `replace` has put something in the place of each shortcode,
 * or of its tags alone; where it gives undefined the shortcode stays. `[[name]]`
 * is WordPress's way to write of one, and comes out as `[name]`.
 */
export function replaceShortcodes(
  text: string,
  replace: (shortcode: Shortcode) => string | Unwrapped | undefined,
): string {
  let result = ''
  let at = 0
  /** By the names of those that were unwrapped. */
  const ends = new Map<string, string>()
  const closingOf = closingFinder(text)
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const [source, doubled = '', name = '', attributes = '', slash, doubledEnd] = match
    const after = match.index + source.length
    if (doubled && doubledEnd) {
      result += text.slice(at, match.index) + source.slice(1, -1)
      at = after
      continue
    }
    const start = match.index + doubled.length
    const tagEnd = after - (doubledEnd ?? '').length
    const closing = slash ? -1 : closingOf(name, tagEnd)
    const content = closing === -1 ? undefined : text.slice(tagEnd, closing)
    const end = closing === -1 ? tagEnd : closing + name.length + 3
    const replacement = replace({
      name: name.toLowerCase(),
      attributes: attributesOf(attributes),
      content,
      alone: startsLine(text.slice(Math.max(0, start - 200), start)) && endsLine(text.slice(end, end + 200)),
    })
    if (replacement === undefined) {
      OPENING.lastIndex = tagEnd
      continue
    }
    if (typeof replacement === 'object') {
      result += text.slice(at, start) + replacement.before
      at = tagEnd
      OPENING.lastIndex = tagEnd
      ends.set(name, replacement.after)
      continue
    }
    result += text.slice(at, start) + replacement
    at = end
    OPENING.lastIndex = end
  }
  result += text.slice(at)
  if (ends.size === 0) return result
  return result.replace(CLOSING, (tag, name: string) => ends.get(name) ?? tag)
}

/**
 * Finds the place of the closing tag of a name at or after `from`; -1 for none. `from` grows from call to call, so that
 * all calls together read the text once.
 */
function closingFinder(text: string): (name: string, from: number) => number {
  const places = new Map<string, number[]>()
  for (const { 1: name = '', index } of text.matchAll(CLOSING)) {
    const known = places.get(name)
    if (known) known.push(index)
    else places.set(name, [index])
  }
  for (const list of places.values()) list.reverse()
  return (name, from) => {
    const list = places.get(name) ?? []
    while ((list.at(-1) ?? from) < from) list.pop()
    return list.at(-1) ?? -1
  }
}

function startsLine(before: string): boolean {
  return /(^|\n|<(?:p|div)\b[^>]*>|-->|\ue001)\s*$/i.test(before)
}

function endsLine(after: string): boolean {
  return /^[^\S\n]*($|\n|<\/(?:p|div)>|<!--|\ue000)/i.test(after)
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  let unnamed = 0
  // The visual editor typed them for some.
  for (const match of text
    .replace(/[\u00a0\u200b]/g, ' ')
    .replace(/[“”″]|&#8221;|&quot;/g, '"')
    .matchAll(ATTRIBUTE)) {
    const [, a, aValue, b, bValue, c, cValue, quoted, bare] = match
    const name = a ?? b ?? c
    if (name !== undefined) attributes[name.toLowerCase()] = aValue ?? bValue ?? cValue ?? ''
    else attributes[String(unnamed++)] = quoted ?? bare ?? ''
  }
  return attributes
}

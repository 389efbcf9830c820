/** What begins a place where nobody means a shortcode: code, a comment, a tag with its attributes. */
const OPENING = /<(?:(pre|code|script|style)\b|(!--))|<[a-z/](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi

/**
 * Gives such places to `replace`, each whole, and puts what it gives in their places. Each end is sought once where it
 * is missing, so that it takes time in proportion to the text.
 */
export function replaceLiterals(html: string, replace: (literal: string) => string): string {
  const endless = new Set<string>()
  let result = ''
  let at = 0
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(html); match; match = OPENING.exec(html)) {
    const [opening, element, comment] = match
    const name = (element ?? comment ?? '').toLowerCase()
    let end = match.index + opening.length
    if (name !== '') {
      const closing = endless.has(name) ? undefined : closingAt(html, name, end)
      if (closing === undefined) {
        endless.add(name)
        continue
      }
      end = closing
    }
    result += html.slice(at, match.index) + replace(html.slice(match.index, end))
    at = end
    OPENING.lastIndex = end
  }
  return result + html.slice(at)
}

/** Where a code or a comment ends that begins before `from`; undefined where it has no end. */
function closingAt(html: string, name: string, from: number): number | undefined {
  const closing = name === '!--' ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  return closing.exec(html) ? closing.lastIndex : undefined
}

/** Tags and entities of HTML, links and emphasis of Markdown: what somebody writes who takes a line for a text. */
const MARKUP: readonly [pattern: RegExp, what: string][] = [
  [/<\/?[a-z][^>]*>/i, 'tags of HTML'],
  [/&(?:#\d+|#x[\da-f]+|[a-z]+);/i, 'signs of HTML such as &amp;: write the letter itself'],
  [/\[[^\]]+\]\([^)]*\)/, 'links of Markdown: the line is one link, to "article" or "href"'],
  [/(\*\*|__)\S.*?\1|`[^`]+`/, 'signs of Markdown such as **'],
]

/** What is wrong with a line that is shown as it is written, as the end of a sentence that begins with its field. */
export function faultOfMarkup(text: string): string | undefined {
  const found = MARKUP.find(([pattern]) => pattern.test(text))
  return found && `must be plain text, without ${found[1]}`
}

const TAG = /<(\/?)([a-z][a-z\d]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source'])

/**
 * The HTML of a rendered body before and after its `count`th paragraph. Those
 * inside quotations, lists and notes are not counted. Undefined where the text
 * does not go on with another paragraph: nothing then stands "in" it.
 */
export function splitAfterParagraph(html: string, count: number): [string, string] | undefined {
  let depth = 0
  let paragraphs = 0
  let cut = -1
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(TAG)) {
    if (VOID.has(name.toLowerCase())) continue
    depth += slash ? -1 : 1
    if (!slash || name !== 'p' || depth !== 0) continue
    paragraphs += 1
    if (paragraphs === count) cut = index + tag.length
    if (paragraphs > count) return [html.slice(0, cut), html.slice(cut)]
  }
  return undefined
}

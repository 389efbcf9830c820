import { type Document, isAlias, type Scalar, visit } from 'yaml'
import { quoted } from './quoted-value.ts'

/** What keeps a YAML text from being read, and how to mend it; `offset` counts characters from its start. */
export interface YamlFault {
  offset: number
  message: string
}

const ADVICE_FOR_COLONS =
  'A value that holds ": " or " #", or that starts with a sign such as @, [, { or *, must stand in quotes.'

export function yamlFaults(document: Document.Parsed, yaml: string): YamlFault[] {
  if (document.errors.length === 0) return unknownAliases(document)
  const quotes = quotations(document)
  return document.errors.map(({ code, message, pos }) => {
    if (code === 'MISSING_CHAR' && /quote/.test(message))
      return {
        offset: openQuote(pos[0], quotes),
        message: 'A quotation mark is opened here and not closed. Put the same mark at the end of the value.',
      }
    return goneOn(pos[0], quotes, yaml) ?? { offset: pos[0], message: advise(code, message) }
  })
}

function advise(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This field is written twice. Keep one of the two.'
  if (code === 'TAB_AS_INDENT') return 'There is a tab at the start of this line. Indent with spaces.'
  if (code === 'MULTIPLE_DOCS')
    return 'There is a line of three hyphens, ---, here. This file holds nothing but fields: take the line out.'
  return `The front matter cannot be read here (${message.replace(/\.?\s*$/, '')}). ${ADVICE_FOR_COLONS}`
}

/** A quotation mark that nothing closes is missed at the text's end; authors look for its start. */
function openQuote(missedAt: number, quotes: readonly Quotation[]): number {
  return quotes.findLast(([start]) => start < missedAt)?.[0] ?? missedAt
}

/**
 * A value such as `"We are ready," says the minister`, which YAML takes to end at its second mark.
 * @param offset where the parser stopped: behind that mark, or at the value's start
 */
function goneOn(offset: number, quotes: readonly Quotation[], yaml: string): YamlFault | undefined {
  for (const [start, end] of quotes) {
    const [blanks = '', rest = ''] = /^(\s*)(.*)/.exec(yaml.slice(end))?.slice(1) ?? []
    const isAtFault = offset === start || (end <= offset && offset <= end + blanks.length)
    const isOnNextLine = blanks.includes('\n')
    const isNextField = isOnNextLine && /^(-\s|[^\s:]+:(\s|$)|[\]},])/.test(rest)
    if (rest === '' || !isAtFault || isNextField) continue
    const line = yaml.slice(start, end + blanks.length + rest.length).trimEnd()
    const isBetweenBrackets = /[\]}]$/.test(line)
    const example =
      isOnNextLine || isBetweenBrackets
        ? 'that it does not hold'
        : `like this: ${quoted(isWhole(line, end - start) ? line.slice(1, -1) : line)}`
    return {
      offset: end + blanks.length,
      message: `The value goes on here, after its closing quotation mark. Put the whole value into marks ${example}.`,
    }
  }
  return undefined
}

/** Whether a text has marks around all of it, and the one at `end` belongs to a word, as in 'Jum'at'. */
function isWhole(text: string, end: number): boolean {
  return /^\S./.test(text.slice(end)) && text.endsWith(text.charAt(0))
}

/** Where a text in quotation marks starts and ends. */
type Quotation = readonly [start: number, end: number]

function quotations(document: Document.Parsed): Quotation[] {
  const found: Quotation[] = []
  visit(document, {
    Scalar(_key, { type, range }: Scalar) {
      if (type?.startsWith('QUOTE') && range) found.push([range[0], range[1]])
    },
  })
  return found
}

/** Texts such as `*Breaking*`, which YAML takes for references to values of that name. */
function unknownAliases(document: Document.Parsed): YamlFault[] {
  const anchors = new Set<string>()
  const faults: YamlFault[] = []
  visit(document, {
    Node(_key, node) {
      if (!isAlias(node)) {
        if (node.anchor) anchors.add(node.anchor)
      } else if (!anchors.has(node.source)) {
        faults.push({
          offset: node.range?.[0] ?? 0,
          message: 'A text that starts with * must stand in quotes: "*like this*".',
        })
      }
    },
  })
  return faults
}

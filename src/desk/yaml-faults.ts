import { type Document, isAlias, visit } from 'yaml'

/** What keeps a YAML text from being read, and how to mend it; `offset` counts characters from its start. */
export interface YamlFault {
  offset: number
  message: string
}

const ADVICE_FOR_COLONS =
  'A value that holds ": " or " #", or that starts with a sign such as @, [, { or *, must stand in quotes.'

export function yamlFaults(document: Document.Parsed): YamlFault[] {
  if (document.errors.length === 0) return unknownAliases(document)
  return document.errors.map(({ code, message, pos }) =>
    code === 'MISSING_CHAR' && /quote/.test(message)
      ? {
          offset: openQuote(pos[0], document),
          message:
            'A quotation mark is opened here and not closed. Put the same mark at the end of the value.',
        }
      : { offset: pos[0], message: advise(code, message) },
  )
}

function advise(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This field is written twice. Keep one of the two.'
  if (code === 'TAB_AS_INDENT') return 'There is a tab at the start of this line. Indent with spaces.'
  if (code === 'MULTIPLE_DOCS')
    return 'There is a line of three hyphens, ---, here. This file holds nothing but fields: take the line out.'
  return `The front matter cannot be read here (${message.replace(/\.?\s*$/, '')}). ${ADVICE_FOR_COLONS}`
}

/** A quotation mark that nothing closes is missed at the text's end; authors look for its start. */
function openQuote(missedAt: number, document: Document.Parsed): number {
  let offset = missedAt
  visit(document, {
    Scalar(_key, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < missedAt) offset = range[0]
    },
  })
  return offset
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

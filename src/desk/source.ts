import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { PAGE_IDS } from '#domain/page-ids.ts'
import { type Place, placeAt } from '#markdown/place.ts'
import { type BodyParts, readBody } from '#markdown/read-body.ts'
import { beyondLimits } from './body-limits.ts'
import { cutValues, withoutCuts } from './cut-values.ts'
import type { Problem } from './problem.ts'
import { yamlFaults } from './yaml-faults.ts'

type Path = readonly (string | number)[]

/** A file of the newsroom, read but not yet judged. */
export interface Source {
  /** From the newsroom's folder. */
  file: string
  /** The file's name without its ending; for `slug/index.md` the folder's name. */
  slug: string
  /** Of an entry of live coverage, the file of the article that it belongs to. */
  entryOf?: string | undefined
  /** What the YAML holds; unknown in shape. */
  data: Record<string, unknown>
  /** The Markdown after the front matter; empty for a YAML file. */
  body: string
  /** Whether an earlier run has judged the same file by itself and found nothing wrong. */
  knownValid?: boolean
  /** The file's line on which the body starts. */
  bodyLine: number
  /** What stands in the body, lines counted in the file; read when first asked for. */
  parts(): BodyParts
  /** Where a field's value stands, or its key; the front matter's start for a field that is not there. */
  placeOf(path: Path, what?: 'key' | 'value'): Place
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/
/** Bytes beyond which a file is no article: parsing it would hold up everybody's build. */
export const LARGEST = 500_000
/** Characters; the fields of a long article are a tenth of that. */
const LONGEST_FIELDS = 50_000
const START: Place = { line: 1, column: 1 }

/** What takes long to parse in a Markdown file in which nothing is wrong. */
export interface ParsedFile {
  data: Record<string, unknown>
  parts: BodyParts
}

/**
 * Reads the bytes of a Markdown file with front matter, or of a YAML file.
 * @param entryOf the article's file for an entry of live coverage, which may do without front matter
 */
export function parseSource(
  bytes: Uint8Array,
  file: string,
  slug: string,
  entryOf?: string,
): Source | Problem[] {
  const text = decode(bytes, file)
  if (typeof text !== 'string') return [text]
  return file.endsWith('.md')
    ? parseMarkdown(text, { file, slug, entryOf })
    : parseYaml(text, { file, slug, body: '', bodyLine: 1 }, 0)
}

/**
 * What `parseSource` makes of a Markdown file that has been parsed before.
 * @param bytesOf reads the file's bytes, which most callers never need
 */
export function restoreSource(
  bytesOf: () => Uint8Array,
  { data, parts }: ParsedFile,
  named: Pick<Source, 'file' | 'slug' | 'entryOf'>,
): Source {
  let divided: Divided | undefined
  const text = () => (divided ??= divide(new TextDecoder().decode(bytesOf())))
  return {
    ...{ ...named, data, knownValid: true },
    get body() {
      return text().body
    },
    get bodyLine() {
      return text().bodyLine
    },
    parts: () => parts,
    placeOf: placesIn(() => text().yaml, 1),
  }
}

/** The Markdown below the front matter: what is rendered as the article's body. */
export function bodyOf(bytes: Uint8Array): string {
  return divide(new TextDecoder().decode(bytes)).body
}

/** The fields of a Markdown file's text, and where they and the body begin in it. */
export function fieldsIn(text: string): { yaml: string; offset: number; bodyOffset: number } {
  const { yaml, body } = divide(text)
  return { yaml, offset: text.indexOf('\n') + 1, bodyOffset: text.length - body.length }
}

interface Divided {
  yaml: string
  body: string
  bodyLine: number
}

/** A Markdown file's front matter and body; all is body where there is none. */
function divide(text: string): Divided {
  const [before = '', yaml = ''] = FRONT_MATTER.exec(text) ?? []
  return { yaml, body: text.slice(before.length), bodyLine: before.split('\n').length }
}

function decode(bytes: Uint8Array, file: string): string | Problem {
  if (bytes.length > LARGEST) {
    return problem(
      file,
      { line: 1, column: 1 },
      `The file is larger than ${LARGEST / 1000} KB. Split it, or take images out of the text.`,
    )
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const nul = text.indexOf('\0')
    if (nul === -1) return text
    return problem(
      file,
      placeAt(text, nul),
      'There is a NUL byte here: this is not a text file. Save it again as plain text.',
    )
  } catch {
    const lenient = new TextDecoder().decode(bytes)
    return problem(
      file,
      placeAt(lenient, lenient.indexOf('\uFFFD')),
      'These are not UTF-8 letters. Save the file with the encoding "UTF-8".',
    )
  }
}

function parseMarkdown(text: string, named: Pick<Source, 'file' | 'slug' | 'entryOf'>): Source | Problem[] {
  const { file, entryOf } = named
  const isBare = entryOf !== undefined && !text.startsWith('---')
  if (!isBare && !FRONT_MATTER.test(text)) {
    const opened = text.startsWith('---')
    const message = opened
      ? 'The front matter is not closed. Put a line of three hyphens, ---, after its last field.'
      : 'There is no front matter. The file must start with a line ---, then title:, description:, category:, authors: and publishedAt:, then another line ---.'
    return [problem(file, { line: 1, column: 1 }, message)]
  }
  const { yaml, body, bodyLine } = divide(text)
  const excess = beyondLimits(body)
  if (excess) return [problem(file, placeAt(text, text.length - body.length + excess.offset), excess.message)]
  return parseYaml(yaml, { ...named, body, bodyLine }, 1)
}

function parseYaml(
  yaml: string,
  rest: Omit<Source, 'data' | 'parts' | 'placeOf'>,
  linesBefore: number,
): Source | Problem[] {
  if (yaml.length > LONGEST_FIELDS)
    return [
      problem(rest.file, START, `The fields are longer than ${LONGEST_FIELDS / 1000} KB. Shorten them.`),
    ]
  const cuts = cutValues(yaml)
  const { document, at } = readYaml(withoutCuts(yaml, cuts), linesBefore)
  // What else is wrong with a line follows from the first fault in it.
  const faults = new Map<number, Problem>()
  const found = [...cuts, ...yamlFaults(document, yaml)].sort((a, b) => a.offset - b.offset)
  for (const { offset, message } of found) {
    const place = at(offset)
    if (!faults.has(place.line)) faults.set(place.line, problem(rest.file, place, message))
  }
  if (faults.size > 0) return [...faults.values()]
  if (document.contents !== null && !isMap(document.contents)) {
    return [
      problem(
        rest.file,
        START,
        'This is not a list of fields. Write one a line, such as "title: The headline".',
      ),
    ]
  }
  let data: Record<string, unknown>
  try {
    data = (document.toJS({ maxAliasCount: 20 }) ?? {}) as Record<string, unknown>
  } catch {
    return [problem(rest.file, START, 'The YAML refers to itself too often. Write the values out.')]
  }
  let parts: BodyParts | undefined
  return {
    ...rest,
    data,
    parts: () => (parts ??= partsOf(rest.body, rest.bodyLine)),
    placeOf: placesIn(() => yaml, linesBefore),
  }
}

function placesIn(yaml: () => string, linesBefore: number): Source['placeOf'] {
  // The parser's trees of ten thousand articles would fill the memory: each is kept while it is asked for.
  let tree: WeakRef<ReadYaml> | undefined
  const read = () => {
    const known = tree?.deref()
    if (known) return known
    const made = readYaml(yaml(), linesBefore)
    tree = new WeakRef(made)
    return made
  }
  return (path, what = 'value') => placeIn(read(), path, what)
}

interface ReadYaml {
  document: Document.Parsed
  at(offset: number): Place
}

function readYaml(yaml: string, linesBefore: number): ReadYaml {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: line + linesBefore, column: col }
  }
  return { document, at }
}

function placeIn({ document, at }: ReadYaml, path: Path, what: 'key' | 'value'): Place {
  let node: unknown = document.contents
  let place: Place | undefined
  for (const [i, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      const key = pair?.key as Node | undefined
      const value = pair?.value as Node | null | undefined
      const range = (what === 'value' ? (value?.range ?? key?.range) : key?.range) ?? undefined
      if (range) place = at(range[0])
      node = value
    } else {
      node = document.getIn(path.slice(0, i + 1), true)
      const range = (node as Node | undefined)?.range
      if (range) place = at(range[0])
    }
    if (!node) break
  }
  return place ?? START
}

function partsOf(body: string, bodyLine: number): BodyParts {
  const parts = readBody(body, PAGE_IDS)
  for (const part of Object.values(parts).flat()) part.line += bodyLine - 1
  return parts
}

function problem(file: string, place: Place, message: string): Problem {
  return { file, ...place, message }
}

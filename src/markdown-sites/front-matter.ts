import { parse as parseToml, TomlError } from 'smol-toml'
import { parseDocument } from 'yaml'

/** What stands in a front matter or a settings file, by its names. Moments are ISO texts. */
export type Fields = Record<string, unknown>

interface Parted {
  /** Undefined for a file without front matter. */
  fields: Fields | undefined
  body: string
}

/** Why a front matter cannot be read; lines count from 1 in the file. */
export class FieldsFault extends Error {
  override name = 'FieldsFault'
  readonly line: number
  readonly column: number

  constructor(message: string, line: number, column: number) {
    super(message)
    this.line = line
    this.column = column
  }
}

const FENCES: { open: RegExp; close: RegExp; format: Format }[] = [
  { open: /^---[ \t]*json[ \t]*$/, close: /^---[ \t]*$/m, format: 'json' },
  { open: /^---[ \t]*(yaml)?[ \t]*$/, close: /^(---|\.\.\.)[ \t]*$/m, format: 'yaml' },
  { open: /^\+\+\+[ \t]*$/, close: /^\+\+\+[ \t]*$/m, format: 'toml' },
]

export type Format = 'yaml' | 'toml' | 'json'

/** Parts a file into its front matter, YAML, TOML or JSON, and its text. @throws FieldsFault */
export function partFile(file: string): Parted {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const end = text.indexOf('\n')
  const first = end < 0 ? text : text.slice(0, end)
  const fence = FENCES.find(({ open }) => open.test(first))
  if (!fence) return text.startsWith('{\n') ? partJson(text) : { fields: undefined, body: text }
  const rest = text.slice(first.length + 1)
  const close = fence.close.exec(rest)
  if (!close) throw new FieldsFault(`the front matter has no closing "${first.slice(0, 3)}"`, 1, 1)
  return {
    fields: parseFields(rest.slice(0, close.index), fence.format, 2),
    body: rest.slice(close.index + close[0].length).replace(/^\n/, ''),
  }
}

/** JSON stands bare at the start of a file, and ends with the brace alone on a line. */
function partJson(text: string): Parted {
  const close = /^\}[ \t]*$/m.exec(text)
  if (!close) throw new FieldsFault('the front matter has no closing "}"', 1, 1)
  const end = close.index + close[0].length
  return { fields: parseFields(text.slice(0, end), 'json', 1), body: text.slice(end).replace(/^\n/, '') }
}

/** @param line of the file, at which `text` begins @throws FieldsFault */
export function parseFields(text: string, format: Format, line = 1): Fields {
  const value = plain(format === 'toml' ? fromToml(text, line) : fromYaml(text, line))
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw new FieldsFault('it holds no names and values', line, 1)
  return value as Fields
}

/** JSON is YAML too, and a YAML parser names the place of its faults. */
function fromYaml(text: string, line: number): unknown {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: true })
  const [error] = document.errors
  if (error) {
    const place = error.linePos?.[0] ?? { line: 1, col: 1 }
    const message = error.message.replace(/ at line \d[\s\S]*$/, '')
    throw new FieldsFault(message, place.line + line - 1, place.col)
  }
  try {
    return document.toJS()
  } catch (error) {
    throw new FieldsFault(error instanceof Error ? error.message : String(error), line, 1)
  }
}

function fromToml(text: string, line: number): unknown {
  try {
    return parseToml(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const message = error.message.split('\n')[0]?.replace('Invalid TOML document: ', '') ?? ''
    throw new FieldsFault(message, error.line + line - 1, error.column)
  }
}

/** Values with moments as texts: TOML's without a zone have none in theirs. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, plain(of)]))
}

import { isDeepStrictEqual } from 'node:util'
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLSeq,
} from 'yaml'
import { fieldsIn } from '#desk/source.ts'
import { edited, type SourceEdit } from '#markdown/source-edits.ts'

type Path = readonly (string | number)[]

/**
 * A file of the newsroom whose fields and text are changed at their places: every other byte stays, comments, quotes
 * and line ends among them.
 */
export class EditedFile {
  readonly file: string
  readonly text: string
  readonly #yaml: string
  readonly #offset: number
  readonly #document: Document.Parsed
  readonly #expected: Record<string, unknown>
  readonly #edits: SourceEdit[] = []

  /** @param file from the newsroom's folder */
  constructor(file: string, text: string) {
    this.file = file
    this.text = text
    const { yaml, offset } = file.endsWith('.md') ? fieldsIn(text) : { yaml: text, offset: 0 }
    this.#yaml = yaml
    this.#offset = offset
    this.#document = parseDocument(yaml)
    this.#expected = (this.#document.toJS() ?? {}) as Record<string, unknown>
  }

  /** Of the Markdown below the fields. */
  get bodyOffset(): number {
    return fieldsIn(this.text).bodyOffset
  }

  get isChanged(): boolean {
    return this.#edits.length > 0
  }

  /** Puts a text in the place of another. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ at: start, cut: end - start, put: text })
  }

  /** Gives a field, or an item of a list, another value. */
  set(path: Path, value: string): void {
    const node = this.#document.getIn(path, true)
    if (isScalar(node)) this.#replaceNode(node, writtenAs(node, value))
    const parent = path.slice(0, -1).reduce<unknown>(stepInto, this.#expected)
    ;(parent as Record<string | number, unknown>)[path.at(-1) as string] = value
  }

  /** Gives a field of the file another name. */
  rename(field: string, name: string): void {
    const pair = isMap(this.#document.contents)
      ? this.#document.contents.items.find(({ key }) => isScalar(key) && String(key.value) === field)
      : undefined
    if (pair && isScalar(pair.key)) this.#replaceNode(pair.key, writtenAs(pair.key, name))
    const entries = Object.entries(this.#expected).map(([key, value]) => [key === field ? name : key, value])
    for (const key of Object.keys(this.#expected)) delete this.#expected[key]
    Object.assign(this.#expected, Object.fromEntries(entries))
  }

  /** Puts a value behind the others of a list, which is made where there is none. */
  append(field: string, value: string): void {
    const node = this.#document.get(field, true)
    const known = this.#expected[field]
    this.#expected[field] = [...(Array.isArray(known) ? known : []), value]
    if (isSeq(node)) this.#appendTo(node, plain(value))
    else if (isScalar(node) && node.range) this.#insert(node.range[0], ` [${plain(value)}]`)
    else this.#addLine(`${plain(field)}: [${plain(value)}]`)
  }

  /** Adds a field behind the others; a Markdown file that has none gets front matter. */
  add(field: string, value: string): void {
    this.#expected[field] = value
    const line = `${field}: ${plain(value)}`
    if (this.file.endsWith('.md') && !this.text.startsWith('---'))
      this.replace(0, 0, ['---', line, '---', '', ''].join(this.#lineBreak))
    else this.#addLine(line)
  }

  /** Adds a field to a group of fields, behind the others. */
  addWithin(group: string, field: string, value: string): void {
    ;(this.#expected[group] as Record<string, unknown>)[field] = value
    const node = this.#document.get(group, true)
    const last = isMap(node) ? node.items.at(-1) : undefined
    const start = (last?.key as Node | undefined)?.range?.[0]
    const end = (last?.value as Node | undefined)?.range?.[1]
    if (!isMap(node) || start === undefined || end === undefined) return
    const line = `${field}: ${plain(value)}`
    if (node.flow) this.#insert(end, `, ${line}`)
    else {
      const indent = this.#yaml.slice(this.#lineStart(start), start)
      this.#insert(this.#lineEnd(end, false), this.#lineBreak + indent + line)
    }
  }

  /** Takes an item out of a list of several. */
  remove(field: string, index: number): void {
    const list = this.#document.get(field, true)
    this.#expected[field] = (this.#expected[field] as unknown[]).toSpliced(index, 1)
    if (!isSeq(list)) return
    const items = list.items as Node[]
    const [before, item, after] = [items[index - 1]?.range, items[index]?.range, items[index + 1]?.range]
    if (!item) return
    if (!list.flow) this.#edit(this.#lineStart(item[0]), this.#lineEnd(item[1], true), '')
    else if (before) this.#edit(before[1], item[1], '')
    else if (after) this.#edit(item[0], after[0], '')
  }

  /**
   * The file with all changes.
   * @throws Error when its YAML is written in a way that cannot be changed at its place
   */
  result(): string {
    const changed = edited(this.text, this.#edits)
    const yaml = this.file.endsWith('.md') ? fieldsIn(changed).yaml : changed
    const document = parseDocument(yaml)
    if (document.errors.length > 0 || !isDeepStrictEqual(document.toJS() ?? {}, this.#expected))
      throw new Error(
        `The fields of ${this.file} are written in a way that this command cannot change. Write a field a line, and try again.`,
      )
    return changed
  }

  #appendTo(list: YAMLSeq, value: string): void {
    const last = (list.items as Node[]).at(-1)?.range
    if (!last) this.#insert((list.range?.[0] ?? 0) + 1, value)
    else if (list.flow) this.#insert(last[1], `, ${value}`)
    else {
      const dash = /^[ \t]*-[ \t]*/.exec(this.#yaml.slice(this.#lineStart(last[0])))?.[0] ?? '- '
      this.#insert(this.#lineEnd(last[1], false), `${this.#lineBreak}${dash}${value}`)
    }
  }

  #addLine(line: string): void {
    const { length } = this.#yaml
    const isOpen = length > 0 && !this.#yaml.endsWith('\n')
    const isFile = !this.file.endsWith('.md')
    const [before, after] = isFile
      ? [isOpen ? this.#lineBreak : '', this.#lineBreak]
      : [length > 0 ? this.#lineBreak : '', '']
    this.#insert(length, before + line + after)
  }

  get #lineBreak(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n'
  }

  #lineStart(offset: number): number {
    return this.#yaml.lastIndexOf('\n', offset - 1) + 1
  }

  #lineEnd(offset: number, withBreak: boolean): number {
    const found = this.#yaml.indexOf('\n', offset)
    if (found === -1) return this.#yaml.length
    if (withBreak) return found + 1
    return this.#yaml[found - 1] === '\r' ? found - 1 : found
  }

  #insert(at: number, text: string): void {
    this.#edit(at, at, text)
  }

  #replaceNode(node: Node, text: string): void {
    const [start = 0, end = 0] = node.range ?? []
    this.#edit(start, end, text)
  }

  #edit(start: number, end: number, text: string): void {
    this.replace(start + this.#offset, end + this.#offset, text)
  }
}

/** In the quotes that the value before had. */
function writtenAs({ type }: Scalar, value: string): string {
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value)
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`
  return plain(value)
}

/** A value as it can stand in any list, in quotes where it needs them. */
function plain(value: string): string {
  return stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .trim()
    .slice(1, -1)
}

function stepInto(at: unknown, step: string | number): unknown {
  return (at as Record<string | number, unknown>)[step]
}

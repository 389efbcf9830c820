import { SaxesParser, type SaxesTagNS } from 'saxes'
import { bytesOf, markForbidden, withoutMarks } from './control-characters.ts'
import { ExportFault, type ExportPlace } from '#moving-in/export-fault.ts'
import { plainFeed, refuseOtherRoots, versionNote } from './file-kind.ts'
import { SlipMarker, withSlips } from './slips.ts'

/** An element with all below it. Names carry WordPress's usual prefix, whatever the file's own. */
export interface XmlRecord {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlRecord[]
}

/** A child of the channel: an item, an author, a term, or a line about the site. */
export interface ChannelRecord extends XmlRecord {
  /** Control characters taken out of it. */
  controlCharacters: number
  /** Characters lost because an element held more than anybody writes. */
  cutOff: number
}

/** One whose end is yet to come, and where what it holds begins. */
interface OpenRecord extends XmlRecord {
  place: ExportPlace
}

/** How deep a field of an item lies: below the root, the channel and the item. */
const FIELD = 3
/** How deep elements of an export may lie; theirs lie 5 deep at most. */
const DEEPEST = 30
/** Characters of one element, or of one record's elements together, that are kept. */
const MOST_TEXT = 8_000_000
const NAMESPACES: [RegExp, string][] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/, 'wp:'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt:'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content:'],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/, 'dc:'],
]
/** Slips of plug-ins that lose nothing: the characters stay as they are. */
const HARMLESS = /undefined entity|malformed character entity|"\]\]>" is disallowed|unbound namespace prefix/

/**
 * Takes an export piece by piece and gives back the channel's children as they
 * are complete. It keeps one of them at a time.
 * @throws ExportFault at malformed XML, at a DOCTYPE, at a file of another kind
 */
export class RecordParser {
  /** What is to be said of the file as a whole. */
  readonly notes: string[] = []
  private readonly parser = new SaxesParser({ xmlns: true })
  private readonly encoding: string
  private readonly slips = new SlipMarker()
  private readonly path: OpenRecord[] = []
  private readonly done: ChannelRecord[] = []
  private chunk = ''
  private chunkStart = 0
  private charactersBefore = 0
  private doneAt = -1
  private bytesBefore = 0
  private room = MOST_TEXT
  private cutOff = 0
  private isExport = false

  /** `encoding` is the name of the file's encoding, in small letters. */
  constructor(encoding = 'utf-8') {
    this.encoding = encoding
    this.parser.on('error', (error) => {
      const message = error.message.replace(/^.*?\d+:\d+: /, '')
      if (HARMLESS.test(message)) return
      // A closing tag of another name closes the record first, and is then reported.
      if (this.doneAt === this.parser.position) this.done.pop()
      throw new ExportFault(`the XML is broken here: ${message}`, this.place())
    })
    this.parser.on('doctype', () => {
      throw new ExportFault(
        'The file declares a DOCTYPE. WordPress writes none, and what it declares could grow without end: it is refused.',
        this.place(),
      )
    })
    this.parser.on('opentag', (tag) => this.open(tag))
    this.parser.on('closetag', () => this.close())
    this.parser.on('text', (text) => this.add(text))
    this.parser.on('cdata', (text) => this.add(text))
  }

  /** The records that this piece completes. A fault is thrown by the first call of `next` that meets it. */
  *push(piece: string): Generator<ChannelRecord> {
    yield* this.take(this.slips.mark(markForbidden(piece)))
  }

  /**
   * The records that the file's end completes.
   * @throws ExportFault when the file ends before the export does
   */
  *end(): Generator<ChannelRecord> {
    yield* this.take(this.slips.mark('', true))
    this.chunk = ''
    const [root, , record, field] = this.path
    if (field && this.slips.isInData)
      throw new ExportFault(
        `<${field.name}> has no end: what stands behind this place cannot be told apart.`,
        field.place,
      )
    if (root) {
      const within = record ?? root
      const { line } = within.place
      throw new ExportFault(`the file is cut off within <${within.name}> of line ${line}.`, this.place())
    }
    this.parser.close()
    if (!this.isExport) throw plainFeed()
  }

  private *take(marked: string): Generator<ChannelRecord> {
    this.chunk = marked
    this.chunkStart = this.charactersBefore
    this.charactersBefore += this.chunk.length
    let fault: unknown
    try {
      this.parser.write(this.chunk)
    } catch (error) {
      fault = error
    }
    yield* this.done.splice(0)
    if (fault) throw fault
    this.bytesBefore += bytesOf(this.chunk, this.encoding)
  }

  /** Where the parser is. It counts bytes from the piece's start: for faults alone. */
  private place(): ExportPlace {
    const read = this.chunk.slice(0, Math.max(0, this.parser.position - this.chunkStart))
    return {
      line: this.parser.line,
      column: this.parser.column + 1,
      byte: this.bytesBefore + bytesOf(read, this.encoding),
    }
  }

  private open(tag: SaxesTagNS): void {
    if (this.path.length === 0) refuseOtherRoots(tag.local, tag.uri)
    if (this.path.length === DEEPEST)
      throw new ExportFault(
        `elements lie ${DEEPEST} deep here, as in no export: the ends of some above are missing.`,
        this.place(),
      )
    const prefix = NAMESPACES.find(([pattern]) => pattern.test(tag.uri))?.[1]
    const name = prefix === undefined ? tag.name : prefix + tag.local
    if (name.startsWith('wp:')) this.isExport = true
    if (this.path.length === 2) {
      this.room = MOST_TEXT
      this.cutOff = 0
    }
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, withoutMarks(value).text]),
    )
    const { line, column } = this.parser
    const record = { name, attributes, text: '', children: [], place: { line, column: column + 1 } }
    // Below the channel alone, so that the channel itself does not grow.
    if (this.path.length > 2) this.path.at(-1)?.children.push(record)
    this.path.push(record)
  }

  private add(text: string): void {
    const record = this.path.at(-1)
    if (!record || this.path.length < 3) return
    const kept = text.slice(0, this.room)
    this.room -= kept.length
    this.cutOff += text.length - kept.length
    record.text += kept
    // Markup in a title that nobody escaped: its words are the title's.
    const field = this.path[FIELD]
    if (field && field !== record && !record.name.startsWith('wp:')) field.text += kept
  }

  private close(): void {
    const record = this.path.pop()
    if (!record || this.path.length !== 2) return
    const controlCharacters = clean(record)
    if (record.name === 'wp:wxr_version') {
      const note = versionNote(record.text.trim())
      if (note) this.notes.push(note)
    }
    this.doneAt = this.parser.position
    const { place: _, ...whole } = record
    this.done.push({ ...whole, controlCharacters, cutOff: this.cutOff })
  }
}

/** Takes the marks out of a record, and counts them. */
function clean(record: XmlRecord): number {
  const { text, marks } = withoutMarks(record.text)
  record.text = detached(withSlips(text))
  for (const [name, value] of Object.entries(record.attributes))
    record.attributes[name] = detached(withSlips(value))
  return record.children.reduce((sum, child) => sum + clean(child), marks)
}

/** Texts of this length are names and dates, which are kept; longer ones go with their record. */
const LONGEST_NAME = 2000

/** A copy: V8 makes a part of a string point to the whole, here a piece of the file, which would stay for its sake. */
function detached(text: string): string {
  return text.length > LONGEST_NAME ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}

import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ExportFault, type ExportPlace } from '#moving-in/export-fault.ts'
import { kindOf } from '#moving-in/file-kind.ts'
import { Opening } from '#moving-in/opening.ts'

/** An element with all below it. Names are local; those of Blogger's own namespaces begin with `blogger:`. */
export interface FeedElement {
  name: string
  attributes: Record<string, string>
  text: string
  children: FeedElement[]
}

/** A child of the feed. */
export interface FeedChild extends FeedElement {
  /** Whether it held more text than anybody writes, which was not kept. */
  isCut: boolean
}

const ATOM = 'http://www.w3.org/2005/Atom'
const BLOGGER = /^https?:\/\/schemas\.google\.com\/blogger\/\d+$/
/** How deep elements may lie; Blogger's lie 4 deep. */
const DEEPEST = 30
/** Characters of one entry that are kept. */
const MOST_TEXT = 8_000_000
/** Slips that lose nothing: the characters stay as they are. */
const HARMLESS = /undefined entity|malformed character entity|unbound namespace prefix|disallowed character/
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding what XML 1.0 allows nowhere is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const ADVICE =
  "Google Takeout's feed.atom of the blog is wanted, or the .xml of Settings > Manage blog > Back up content."

/**
 * Takes a Blogger export piece by piece and gives back the feed's children as
 * they are complete. It keeps one of them at a time.
 * @throws ExportFault at a file of another kind and at malformed XML, with its place
 */
export class FeedParser {
  private readonly parser = new SaxesParser({ xmlns: true })
  private readonly path: FeedElement[] = []
  private readonly done: FeedChild[] = []
  private readonly opening = new Opening(refuseOtherKinds)
  private room = MOST_TEXT

  constructor() {
    this.parser.on('error', (error) => {
      const message = error.message.replace(/^.*?\d+:\d+: /, '')
      if (!HARMLESS.test(message)) throw new ExportFault(`the XML is broken here: ${message}`, this.place())
    })
    this.parser.on('doctype', () => {
      throw new ExportFault(
        'the file declares a DOCTYPE, as Blogger writes none: it is refused.',
        this.place(),
      )
    })
    this.parser.on('opentag', (tag) => this.open(tag))
    this.parser.on('closetag', () => this.close())
    this.parser.on('text', (text) => this.add(text))
    this.parser.on('cdata', (text) => this.add(text))
  }

  /** The children that this piece completes. */
  *push(piece: string): Generator<FeedChild> {
    yield* this.take(this.opening.pass(piece))
  }

  /** @throws ExportFault when the file ends before the feed does */
  *end(): Generator<FeedChild> {
    yield* this.take(this.opening.end())
    const [root, within = root] = this.path
    if (within) throw new ExportFault(`the file is cut off within <${within.name}>.`, this.place())
    this.parser.close()
  }

  private *take(piece: string): Generator<FeedChild> {
    let fault: unknown
    try {
      this.parser.write(piece.replace(FORBIDDEN, ''))
    } catch (error) {
      fault = error
    }
    yield* this.done.splice(0)
    if (fault) throw fault
  }

  private place(): ExportPlace {
    return { line: this.parser.line, column: this.parser.column + 1 }
  }

  private open(tag: SaxesTagNS): void {
    if (this.path.length === 0 && (tag.local !== 'feed' || tag.uri !== ATOM)) throw otherFeed(tag.local)
    if (this.path.length === DEEPEST)
      throw new ExportFault(
        `elements lie ${DEEPEST} deep here, as in no export: the ends of some above are missing.`,
        this.place(),
      )
    if (this.path.length === 1) this.room = MOST_TEXT
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ local, value }) => [local, value]),
    )
    const name = BLOGGER.test(tag.uri) ? `blogger:${tag.local}` : tag.local
    const element = { name, attributes, text: '', children: [] }
    // Below the feed alone, so that the feed itself does not grow.
    if (this.path.length > 1) this.path.at(-1)?.children.push(element)
    this.path.push(element)
  }

  private add(text: string): void {
    const element = this.path.at(-1)
    if (!element || this.path.length < 2) return
    element.text += text.slice(0, Math.max(0, this.room))
    this.room -= text.length
  }

  private close(): void {
    const element = this.path.pop()
    if (element && this.path.length === 1) this.done.push({ ...element, isCut: this.room < 0 })
  }
}

function refuseOtherKinds(start: string): void {
  const kind = kindOf(start)
  if (kind === '') throw new ExportFault(`The file is empty. ${ADVICE}`)
  if (kind !== 'XML') throw new ExportFault(`This is ${kind ?? 'no XML'}, not a Blogger export. ${ADVICE}`)
}

function otherFeed(name: string): ExportFault {
  const kind = name === 'rss' ? 'RSS, as WordPress exports it' : `XML of another kind, <${name}>`
  return new ExportFault(`This is ${kind}, not a Blogger export. ${ADVICE}`)
}

/** For an Atom feed in which nothing of Blogger's stands. */
export function plainFeed(): ExportFault {
  return new ExportFault(`This is an Atom feed, not a Blogger export. ${ADVICE}`)
}

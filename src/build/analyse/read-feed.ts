import { hash } from 'node:crypto'
import { Parser } from 'htmlparser2'
import type { Gatherer } from './gatherer.ts'
import { type HtmlGatherer, readHtml } from './read-html.ts'

/**
 * Fields that hold HTML, what an author wrote in it: in all others a < is a sign like any other. In RSS they are those
 * of an item, as a channel's description is plain text; in Atom those that say so.
 */
const HTML = { json: ['content_html'], rss: ['content:encoded', 'description'] }

/** What was seen in texts, by their digests: an article stands in the feeds of its tags, its authors and more. */
export type SeenTexts = Map<string, ((gather: HtmlGatherer) => void)[]>

/** Reads a feed in JSON, or any other JSON: the addresses in it, and in the HTML in it. @param seen is added to */
export function readJson(text: string, gather: Gatherer, seen: SeenTexts): void {
  for (const { name, value } of gather.json(text)) if (HTML.json.includes(name)) readText(value, gather, seen)
}

/** The same of a feed or a sitemap in XML. */
export function readXml(xml: string, gather: Gatherer, seen: SeenTexts): void {
  const open: { name: string; text: string; type: string | undefined }[] = []
  const value = (name: string, text: string, type?: string) => {
    const around = open.at(-1)?.name
    const isHtml = around === 'entry' ? type === 'html' : around === 'item' && HTML.rss.includes(name)
    if (!gather.value(name, text.trim()) && isHtml) readText(text, gather, seen)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push({ name, text: '', type: attributes.type })
        for (const [key, text] of Object.entries(attributes)) if (!key.startsWith('xmlns')) value(key, text)
      },
      ontext(text) {
        const element = open.at(-1)
        if (element) element.text += text
      },
      onclosetag() {
        const element = open.pop()
        if (element) value(element.name, element.text, element.type)
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  parser.end()
}

function readText(text: string, gather: Gatherer, seen: SeenTexts): void {
  if (!text.includes('<')) return
  const key = hash('sha1', text)
  const known = seen.get(key) ?? seenIn(text)
  seen.set(key, known)
  for (const tell of known) tell(gather)
}

function seenIn(text: string): ((gather: HtmlGatherer) => void)[] {
  const found: ((gather: HtmlGatherer) => void)[] = []
  const note: HtmlGatherer = {
    link: (written, isAuthored) => void found.push((gather) => gather.link(written, isAuthored)),
    id: (id) => void found.push((gather) => gather.id(id)),
    fault: (fault) => void found.push((gather) => gather.fault(fault)),
    // Only pages are searched.
    searched: () => {},
    json(text) {
      found.push((gather) => gather.json(text))
      return []
    },
  }
  readHtml(text, note, { authored: true })
  return found
}

import { hash } from 'node:crypto'
import { Parser } from 'htmlparser2'
import type { Gatherer } from './gatherer.ts'
import { type HtmlGatherer, readHtml } from './read-html.ts'

/** Names of fields that hold what an author wrote. */
const AUTHORED = /content|description|summary/

/** Reads a feed in JSON, or any other JSON: the addresses in it, and in the HTML in it. */
export function readJson(text: string, gather: Gatherer): void {
  for (const { name, value } of gather.json(text)) readText(name, value, gather)
}

/** The same of a feed or a sitemap in XML. */
export function readXml(xml: string, gather: Gatherer): void {
  const open: { name: string; text: string }[] = []
  const value = (name: string, text: string) => {
    if (!gather.value(name, text.trim())) readText(name, text, gather)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push({ name, text: '' })
        for (const [key, text] of Object.entries(attributes)) if (!key.startsWith('xmlns')) value(key, text)
      },
      ontext(text) {
        const element = open.at(-1)
        if (element) element.text += text
      },
      onclosetag() {
        const element = open.pop()
        if (element) value(element.name, element.text)
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  parser.end()
}

/** What was seen in a text, by its digest: an article stands in the feeds of its tags, its authors and more. */
const seen = new Map<string, ((gather: HtmlGatherer) => void)[]>()

function readText(name: string, text: string, gather: Gatherer): void {
  if (!text.includes('<')) return
  const authored = AUTHORED.test(name)
  const key = hash('sha1', `${authored} ${text}`)
  const known = seen.get(key) ?? seenIn(text, authored)
  seen.set(key, known)
  for (const tell of known) tell(gather)
}

function seenIn(text: string, authored: boolean): ((gather: HtmlGatherer) => void)[] {
  const found: ((gather: HtmlGatherer) => void)[] = []
  const note: HtmlGatherer = {
    link: (written, isAuthored) => void found.push((gather) => gather.link(written, isAuthored)),
    id: (id) => void found.push((gather) => gather.id(id)),
    fault: (fault) => void found.push((gather) => gather.fault(fault)),
    json(text) {
      found.push((gather) => gather.json(text))
      return []
    },
  }
  readHtml(text, note, { authored })
  return found
}

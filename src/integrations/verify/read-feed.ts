import { Parser } from 'htmlparser2'
import type { Gatherer } from './gatherer.ts'
import { readHtml } from './read-html.ts'

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

function readText(name: string, text: string, gather: Gatherer): void {
  if (text.includes('<')) readHtml(text, gather, { authored: AUTHORED.test(name) })
}

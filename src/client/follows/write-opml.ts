import { escapeXml } from '#syndication/xml-text.ts'
import type { Followed } from './followed.ts'

/** OPML 2.0 (opml.org): what is followed, as feed readers take it in. */
export function writeFollowedOpml(title: string, followed: readonly Followed[]): string {
  const outlines = followed.map(({ name, lang, xml, html }) => {
    const values = { type: 'rss', text: name, title: name, xmlUrl: xml, htmlUrl: html, language: lang }
    const attributes = Object.entries(values).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    return `    <outline${attributes.join('')}/>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeXml(title)}</title>
  </head>
  <body>
${outlines.join('')}  </body>
</opml>
`
}

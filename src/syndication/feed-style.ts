import { escapeXml } from './xml-text.ts'

/** An XML document that browsers show by a stylesheet; they are giving XSLT up, but not CSS. */
export function styled(xml: string, style: string): string {
  return xml.replace('?>', `?>\n<?xml-stylesheet type="text/css" href="${escapeXml(style)}"?>`)
}

/** What a feed says to people who open it in a browser. */
export interface FeedNotice {
  heading: string
  text: string
}

/** A rule that puts the texts into CSS, for `feed.css` to show. */
export function noticeRule({ heading, text }: FeedNotice): string {
  return `:root {\n  --heading: ${cssString(heading)};\n  --text: ${cssString(text)};\n}\n`
}

/** What of a theme a feed is shown in. */
interface Palette {
  paper: string
  ink: string
  muted: string
  rule: string
}

/** A rule with the colours of light and dark pages, for `feed.css`. */
export function paletteRule({ light, dark }: { light: Palette; dark: Palette }): string {
  const colours = (['paper', 'ink', 'muted', 'rule'] as const).map(
    (name) => `  --${name}: light-dark(${light[name]}, ${dark[name]});\n`,
  )
  return `:root {\n${colours.join('')}}\n`
}

/** A text as CSS quotes it (CSS Syntax 4.3.5). */
function cssString(text: string): string {
  const escaped = text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)
  return `"${escaped}"`
}

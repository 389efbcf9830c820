import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { escapeXml } from './xml-text.ts'

/** Of a short and a long name, in characters. */
const SHORT = 16
const LONG = 48

/**
 * Tells browsers how the site is searched, so that its search can be one of theirs:
 * https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md.
 * @param description what the search is for, in the outlet's language
 */
export function writeOpenSearch(description: string, site: Site, links: Links): string {
  const search = links.absolute(links.search())
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(shortened(site.name, SHORT))}</ShortName>`,
    `<LongName>${escapeXml(shortened(site.name, LONG))}</LongName>`,
    `<Description>${escapeXml(description)}</Description>`,
    `<Language>${site.locale}</Language>`,
    `<InputEncoding>UTF-8</InputEncoding>`,
    `<Image width="32" height="32" type="image/x-icon">${escapeXml(links.absolute(links.publicFile('/favicon.ico')))}</Image>`,
    `<Url type="text/html" template="${escapeXml(search)}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(links.absolute(links.openSearch()))}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}

/** Whole words of a name, as many as there is room for; of one long word, its beginning. */
function shortened(name: string, limit: number): string {
  if (name.length <= limit) return name
  const words = name.slice(0, limit + 1).split(' ')
  return words.length > 1 ? words.slice(0, -1).join(' ') : Array.from(name).slice(0, limit).join('')
}

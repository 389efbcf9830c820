import { ExportFault } from '#moving-in/export-fault.ts'

const ADVICE = 'In WordPress, Tools > Export > All content makes the file that is wanted.'

/** Files that are taken for an export, by how they begin, and what each is. */
const OTHERS: [RegExp, string][] = [
  [/^PK[^ -~]/, 'a ZIP archive. Unpack it, and name the .xml file that is in it'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: gzip's first byte is one
  [/^\u001f\u008b/, 'a gzip archive. Unpack it first'],
  [/^[[{]/, 'JSON'],
  [/^(--|\/\*|CREATE |INSERT |SET )/i, 'a dump of a database'],
  [/^<!doctype html|^<html/i, 'a web page'],
  [/^%PDF/, 'a PDF'],
  [/^---\s/, 'Markdown or YAML'],
]

/**
 * Looks at how a file begins, decoded byte by byte.
 * @throws ExportFault when it is surely no XML, saying what it is
 */
export function refuseOtherKinds(start: string): void {
  const text = start.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').trimStart()
  if (text === '') throw new ExportFault(`The file is empty. ${ADVICE}`)
  const found = OTHERS.find(([pattern]) => pattern.test(text))
  if (found) throw new ExportFault(`This is ${found[1]}, not a WordPress export. ${ADVICE}`)
  // UTF-16 has a zero byte beside each letter.
  if (!text.replace('\0', '').startsWith('<'))
    throw new ExportFault(`This is no XML, so no WordPress export. ${ADVICE}`)
}

/** @throws ExportFault for the root element of an XML file that is another kind of feed */
export function refuseOtherRoots(name: string, namespace: string): void {
  if (name === 'rss') return
  const kinds: Record<string, string> = {
    'http://www.w3.org/2005/Atom': 'an Atom feed, as Blogger exports it',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'an RSS 1.0 feed',
    'http://www.sitemaps.org/schemas/sitemap/0.9': 'a sitemap',
    'http://www.w3.org/1999/xhtml': 'a web page',
    'http://www.w3.org/2000/svg': 'a drawing',
  }
  const kind = kinds[namespace] ?? `an XML file of another kind, <${name}>`
  throw new ExportFault(`This is ${kind}, not a WordPress export. ${ADVICE}`)
}

/** For an RSS feed in which nothing of WordPress's own stands. */
export function plainFeed(): ExportFault {
  return new ExportFault(
    `This is an RSS feed, not a WordPress export: it holds the newest articles only, and neither drafts nor comments. ${ADVICE}`,
  )
}

/**
 * What is to be said of a version of the format; undefined for those that are known.
 * @throws ExportFault for one whose first number is not 1
 */
export function versionNote(version: string): string | undefined {
  if (/^1\.[0-2]$/.test(version)) return undefined
  if (/^1(\.\d+)*$/.test(version))
    return `The export is of version ${version}, and 1.0 to 1.2 are known: look twice at what was imported.`
  throw new ExportFault(
    `This is a WordPress export of version "${version}"; those of version 1.0 to 1.2 can be read.`,
  )
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'

/** By https://www.sitemaps.org/protocol.html: of one file. */
const MOST_PAGES = 50_000
const MOST_BYTES = 50 * 1024 * 1024

/**
 * Reads the sitemap index of a built site and all of its files.
 * @param pages absolute addresses, every one of which must be there, once.
 * @throws Error when a file is missing, no well-formed XML or too large, or a page missing.
 */
export async function checkSitemap(outDir: string, pages: readonly string[]): Promise<void> {
  const files = (await locationsIn(join(outDir, 'sitemap-index.xml'))).map(
    (url) => url.split('/').at(-1) ?? '',
  )
  const named: string[] = []
  for (const file of files) {
    const locations = await checkedLocations(outDir, file)
    if (file.startsWith('sitemap-')) named.push(...locations)
  }
  const [missing, twice] = [without(pages, named), named.length - new Set(named).size]
  if (missing.length > 0) throw new Error(`The sitemap lacks ${missing.slice(0, 5).join(', ')}.`)
  if (twice > 0) throw new Error(`The sitemap names ${twice} pages twice.`)
}

/**
 * @param file of a sitemap, in `outDir`
 * @returns the addresses that it names
 * @throws Error when it is missing, no well-formed XML or too large
 */
export async function checkedLocations(outDir: string, file: string): Promise<string[]> {
  const locations = await locationsIn(join(outDir, file))
  if (locations.length > MOST_PAGES) {
    throw new Error(`${file} names ${locations.length} pages, and search engines read ${MOST_PAGES}.`)
  }
  return locations
}

async function locationsIn(file: string): Promise<string[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Error(`The build made no ${file}.`) : error
  })
  if (bytes.length > MOST_BYTES)
    throw new Error(`${file} has ${bytes.length} bytes, and may have ${MOST_BYTES}.`)
  const locations: string[] = []
  let text: string | undefined
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw new Error(`${file} is no well-formed XML: ${error.message}`)
  })
  parser.on('opentag', ({ name }) => (text = name === 'loc' ? '' : undefined))
  parser.on('text', (part) => {
    if (text !== undefined) text += part
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'loc' && text !== undefined) locations.push(text)
  })
  parser.write(bytes.toString('utf8')).close()
  return locations
}

function without(items: readonly string[], found: readonly string[]): string[] {
  const known = new Set(found)
  return items.filter((item) => !known.has(item))
}

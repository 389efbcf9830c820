import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { ExportParser, type TableRow } from '#ghost/export-parser.ts'
import { mediaPaths } from '#ghost/media-path.ts'
import { GhostReader } from '#ghost/reader.ts'
import { type Redirect, Redirects } from '#ghost/redirects.ts'
import type { ReadListener } from '#moving-in/old-system.ts'
import type { OldRecord } from '#moving-in/record.ts'
import { lookThrough } from './look-through.ts'
import { sizeOf } from './size-of.ts'
import type { ImportableSystem } from './system.ts'
import { textOf } from './text-of-file.ts'

export const ghost: ImportableSystem = {
  usage: '<export.json> [--site <address>] [--permalink </{slug}/>] [--redirects <redirects.yaml>]',
  options: { site: { type: 'string' }, permalink: { type: 'string' }, redirects: { type: 'string' } },
  open: async ({ files, values, site, ledger }) => {
    const [file = '', ...others] = files
    if (others.length > 0) throw new Error('A Ghost site has one export: import them one after the other.')
    const redirects = new Redirects(await redirectsOf(file, values.redirects))
    const reader = new GhostReader(
      {
        timeZone: site.timeZone,
        site: addressOf(values.site),
        permalink: String(values.permalink ?? '/{slug}/'),
        redirects,
      },
      ledger,
    )
    let hasLooked = false
    return {
      name: 'Ghost',
      size: await sizeOf([file]),
      records: async function* (reading) {
        if (!hasLooked)
          await lookThrough(
            rowsOf(file, () => {}),
            (row) => reader.look(row),
          )
        hasLooked = true
        yield* recordsOf(file, reader, redirects, reading)
      },
      pathOf: ({ pathname }) => pathname,
      mediaPaths,
      servedAt: (path) => `content/${/^(images|media|files)\//.test(path) ? '' : 'images/'}${path}`,
      categoryAddresses: (ids) => [`/tag/${ids.at(-1)}/`],
      authorAddresses: (slug) => [`/author/${slug}/`],
    }
  },
}

function addressOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  return /^https?:/.test(value) ? value : `https://${value}`
}

async function* recordsOf(
  file: string,
  reader: GhostReader,
  redirects: Redirects,
  { onBytes, onNote }: ReadListener,
): AsyncGenerator<OldRecord> {
  yield* reader.site()
  for await (const row of rowsOf(file, onBytes)) yield* reader.recordsOf(row)
  const note = redirects.note()
  if (note) onNote(note)
}

async function* rowsOf(file: string, onBytes: (bytes: number) => void): AsyncGenerator<TableRow> {
  const parser = new ExportParser()
  for await (const piece of textOf(file, onBytes)) yield* parser.push(piece)
  yield* parser.end()
}

/** The rules of the file that is named, else of that beside the export. @throws Error where it is no such file */
async function redirectsOf(file: string, named: unknown): Promise<Redirect[]> {
  if (typeof named === 'string') return rulesIn(await readFile(named, 'utf8'), named)
  for (const name of ['redirects.yaml', 'redirects.yml', 'redirects.json']) {
    const beside = join(dirname(file), name)
    const text = await readFile(beside, 'utf8').catch(() => undefined)
    if (text !== undefined) return rulesIn(text, beside)
  }
  return []
}

/** Ghost's JSON is a list of `{from, to}`, its YAML has them below `301:` and `302:`. */
function rulesIn(text: string, file: string): Redirect[] {
  let read: unknown
  try {
    read = parse(text)
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`)
  }
  const pairs = Array.isArray(read)
    ? read.map((rule) => [rule?.from, rule?.to])
    : Object.values(read ?? {}).flatMap((rules) => Object.entries(rules ?? {}))
  if (pairs.some((pair) => pair.some((one) => typeof one !== 'string')))
    throw new Error(
      `${file} is no redirects file of Ghost: a list of {from, to}, or 301: and 302: with lines "/from: /to".`,
    )
  return pairs.map(([from, to]) => ({ from: String(from), to: String(to) }))
}

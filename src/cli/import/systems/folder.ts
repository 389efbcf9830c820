import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse as csv } from 'csv-parse'
import { buildMoment } from '#desk/moment.ts'
import { ExportFault } from '#moving-in/export-fault.ts'
import type { ReadListener } from '#moving-in/old-system.ts'
import type { OldRecord } from '#moving-in/record.ts'
import { entryOf, faultOf } from '#record-files/entry.ts'
import { ObjectSplitter } from '#record-files/split-objects.ts'
import type { ImportableSystem } from './system.ts'

const FILES = ['articles.csv', 'articles.json', 'articles.jsonl']

interface ReadRecord {
  fields: Record<string, unknown>
  line: number
}

export const folder: ImportableSystem = {
  usage: '<folder with articles.csv, .json or .jsonl> [--url <old site>]',
  options: { url: { type: 'string' } },
  open: async ({ files: [root = '', ...more], values, site }) => {
    if (more.length > 0) throw new ExportFault(`One folder at a time: "${root}" and "${more[0]}" were named.`)
    const sizes = await Promise.all(FILES.map((name) => stat(join(root, name)).catch(() => undefined)))
    const found = FILES.filter((_name, i) => sizes[i]?.isFile())
    const [name] = found
    if (name === undefined || found.length > 1)
      throw new ExportFault(
        `"${root}" is to hold one of ${FILES.join(', ')}; it holds ${found.join(', ') || 'none'}.`,
      )
    const hosts = values.url === undefined ? [] : [String(values.url)]
    const hostname = URL.parse(hosts[0] ?? '')?.hostname
    const pathIn = (address: string) => {
      const url = URL.parse(address, 'http://old.invalid')
      return url && ['old.invalid', hostname].includes(url.hostname)
        ? decoded(url.pathname).replace(/^\/+/, '')
        : ''
    }
    return {
      name: 'a folder',
      size: sizes[FILES.indexOf(name)]?.size ?? 0,
      media: root,
      records: async function* (reading): AsyncGenerator<OldRecord> {
        yield { record: 'site', addresses: hosts, isFront: true }
        for await (const { fields, line } of read(join(root, name), reading)) {
          const fault = faultOf(fields, site.timeZone)
          const [id, title] = [String(fields.id ?? ''), String(fields.title ?? '')]
          if (fault === undefined) yield entryOf(fields, site.timeZone, buildMoment())
          else
            yield {
              record: 'skipped',
              kind: 'record',
              id,
              title,
              why: `${name}:${line} ${fault}`,
              isFault: true,
            }
        }
      },
      pathOf: ({ pathname, search }) => pathname + search,
      mediaPaths: (address) => {
        const path = pathIn(address)
        const isFile = /\.[a-z\d]{2,5}$/i.test(path) && !/\.(html?|php|aspx?)$/i.test(path)
        return isFile ? [path, path.replace(/^.*\//, ''), path] : []
      },
      servedAt: (path) => path,
      categoryAddresses: () => [],
    }
  },
}

async function* read(file: string, { onBytes }: ReadListener): AsyncGenerator<ReadRecord> {
  const stream = createReadStream(file, { encoding: 'utf8' })
  const pieces = async function* () {
    for await (const piece of stream) {
      yield String(piece)
      onBytes(Buffer.byteLength(String(piece)))
    }
  }
  if (file.endsWith('.csv')) yield* rowsOf(pieces())
  else yield* objectsOf(pieces())
}

async function* objectsOf(pieces: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  const splitter = new ObjectSplitter()
  for await (const piece of pieces)
    for (const { text, line } of splitter.push(piece)) {
      try {
        yield { fields: JSON.parse(text), line }
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        throw new ExportFault(`this record is no JSON: ${error.message}`, { line, column: 1 })
      }
    }
  splitter.end()
}

async function* rowsOf(pieces: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  const parser = csv({
    bom: true,
    columns: true,
    info: true,
    skip_empty_lines: true,
    max_record_size: 5_000_000,
  })
  const fed = (async () => {
    for await (const piece of pieces)
      if (!parser.write(piece)) await new Promise((done) => parser.once('drain', done))
    parser.end()
  })()
  fed.catch((error) => parser.destroy(error))
  try {
    let line = 2
    for await (const { record, info } of parser) {
      yield { fields: record, line }
      line = info.lines + 1
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ExportFault(error.message, {
      line: Number(error.lines ?? 1),
      column: Number(error.column_index ?? 0) + 1,
    })
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

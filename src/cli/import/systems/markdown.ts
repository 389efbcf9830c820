import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beyondLimits } from '#desk/body-limits.ts'
import { filesBelow } from '#desk/files-below.ts'
import { pathFrom } from '#desk/folder.ts'
import { buildMoment } from '#desk/moment.ts'
import { LARGEST } from '#desk/source.ts'
import { fieldFinder } from '#markdown-sites/field-names.ts'
import { type Fields, FieldsFault, parseFields } from '#markdown-sites/front-matter.ts'
import type { SiteKind, SiteSettings } from '#markdown-sites/kind.ts'
import { KINDS } from '#markdown-sites/kinds/kinds.ts'
import { MarkdownReader } from '#markdown-sites/reader.ts'
import { settingsIn, settingsOf } from '#markdown-sites/settings.ts'
import { ExportFault } from '#moving-in/export-fault.ts'
import type { LedgerMap } from '#moving-in/ledger.ts'
import type { ReadListener } from '#moving-in/old-system.ts'
import type { OldRecord } from '#moving-in/record.ts'
import type { ImportableSystem, OptionValues } from './system.ts'

export const markdown: ImportableSystem = {
  usage:
    '<folder> [--from jekyll|hugo|eleventy|astro] [--url <old site>] [--permalink <pattern>] [--map <their=ours>]',
  options: {
    from: { type: 'string' },
    url: { type: 'string' },
    permalink: { type: 'string' },
    map: { type: 'string', multiple: true },
  },
  open: async ({ files, values, site, ledger }) => {
    const [folder = '', ...more] = files
    if (more.length > 0)
      throw new ExportFault(`One folder at a time: "${folder}" and "${more[0]}" were named.`)
    if (!(await stat(folder).catch(() => undefined))?.isDirectory())
      throw new ExportFault(`There is no folder "${folder}". Name the one in which the site's settings lie.`)
    const { kind, settings } = await siteIn(folder, values)
    const paths = ledger.set()
    const shared = ledger.map<string, Fields>()
    let size = 0
    for await (const file of filesBelow(folder, passesOver(kind))) {
      if (!file.isFile()) continue
      const path = join(file.parentPath, file.name)
      paths.add(pathFrom(folder, path))
      size += (await stat(path)).size
      if (isShared(path)) await addShared(shared, folder, path)
    }
    const reader = new MarkdownReader(
      kind,
      settings,
      {
        timeZone: site.timeZone,
        now: buildMoment(),
        find: fieldFinder([values.map ?? []].flat().map(String)),
        exists: (path) => paths.has(path),
        sharedIn: (path) => sharedAbove(shared, path),
      },
      ledger,
    )
    return {
      name: kind.name,
      size,
      media: folder,
      records: (reading) => recordsOf(folder, kind, reader, reading),
      pathOf: (url) => url.pathname,
      mediaPaths: (address) => reader.media.pathsOf(address),
      servedAt: (path) => reader.media.servedAt(path),
      categoryAddresses: (ids) => {
        const address = kind.categoryAddress(ids.at(-1) ?? '', settings)
        return address === undefined ? [] : [reader.basePath + address]
      },
    }
  },
}

async function* recordsOf(
  folder: string,
  kind: SiteKind,
  reader: MarkdownReader,
  { onBytes, onNote }: ReadListener,
): AsyncGenerator<OldRecord> {
  yield* reader.start()
  if (reader.siteAddresses().length === 0)
    onNote(
      'The settings name no address of the old site, so that links which name it whole lead there still: --url names it.',
    )
  for await (const file of filesBelow(folder, passesOver(kind))) {
    const whole = join(file.parentPath, file.name)
    const path = pathFrom(folder, whole)
    if (!file.isFile() || !reader.isItem(path)) continue
    const { size, mtime } = await stat(whole)
    const text = size > LARGEST ? undefined : await readFile(whole, 'utf8')
    const isSound = text !== undefined && !beyondLimits(text)
    yield* reader.recordsOf({ path, text: isSound ? text : undefined, changedAt: mtime })
    onBytes(size)
  }
}

function passesOver({ passedOver }: SiteKind): (name: string) => boolean {
  return (name) =>
    name === 'node_modules' || passedOver.has(name) || (name.startsWith('.') && name !== '.eleventy.js')
}

/** The system of a folder and what its settings say. @throws ExportFault where no settings tell which it is */
async function siteIn(
  folder: string,
  { from, url, permalink }: OptionValues,
): Promise<{ kind: SiteKind; settings: SiteSettings }> {
  const names = Object.keys(KINDS).join(', ')
  if (from !== undefined && !Object.hasOwn(KINDS, String(from)))
    throw new ExportFault(`--from is one of ${names}, not "${from}".`)
  const asked = KINDS[String(from)]
  for (const kind of asked ? [asked] : Object.values(KINDS)) {
    for (const file of kind.settings) {
      const text = await readFile(join(folder, file), 'utf8').catch(() => undefined)
      if (text === undefined) continue
      const settings = await withAuthors(
        faultsIn(file, () => settingsIn(file, text)),
        folder,
      )
      return {
        kind,
        settings: {
          ...settings,
          ...(url !== undefined && { url: String(url) }),
          permalink: permalink === undefined ? undefined : String(permalink),
        },
      }
    }
  }
  if (!asked)
    throw new ExportFault(
      `No settings in "${folder}" tell which system it is: --from names one of ${names}, and the folder is the one in which its settings lie.`,
    )
  return {
    kind: asked,
    settings: {
      ...settingsOf({}),
      url: String(url ?? ''),
      permalink: permalink === undefined ? undefined : String(permalink),
    },
  }
}

/** Themes of Jekyll keep the names of authors in a file of data. */
async function withAuthors(settings: SiteSettings, folder: string): Promise<SiteSettings> {
  const file = '_data/authors.yml'
  const text = await readFile(join(folder, file), 'utf8').catch(() => undefined)
  if (text === undefined) return settings
  return {
    ...settings,
    fields: { ...settings.fields, authors: faultsIn(file, () => parseFields(text, 'yaml')) },
  }
}

/** @throws ExportFault that names the file and the line */
function faultsIn<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof FieldsFault)) throw error
    throw new ExportFault(`${file}:${error.line}:${error.column} cannot be read: ${error.message}`)
  }
}

/** Eleventy's data for all files of a folder, in a file of the folder's name. */
function isShared(path: string): boolean {
  const name = /([^/\\]+?)(\.11tydata)?\.json$/.exec(path)?.[1]
  return name !== undefined && basename(join(path, '..')) === name
}

async function addShared(shared: LedgerMap<string, Fields>, folder: string, path: string): Promise<void> {
  const file = pathFrom(folder, path)
  const text = await readFile(path, 'utf8')
  const fields = faultsIn(file, () => parseFields(text, 'json'))
  const within = file.replace(/[^/]*$/, '')
  shared.set(within, { ...shared.get(within), ...fields })
}

function sharedAbove(shared: LedgerMap<string, Fields>, path: string): Fields {
  const folders = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))
  return Object.assign({}, ...folders.map((folder) => shared.get(folder)))
}

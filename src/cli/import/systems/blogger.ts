import { join } from 'node:path'
import { Album } from '#blogger/album.ts'
import { type FeedChild, FeedParser } from '#blogger/feed-parser.ts'
import { labelAddress, pathOf } from '#blogger/labels.ts'
import { BloggerReader } from '#blogger/reader.ts'
import { filesBelow } from '#desk/files-below.ts'
import { pathFrom } from '#desk/folder.ts'
import type { ReadListener } from '#moving-in/old-system.ts'
import type { OldRecord } from '#moving-in/record.ts'
import { lookThrough } from './look-through.ts'
import { sizeOf } from './size-of.ts'
import { textOf } from './text-of-file.ts'
import type { ImportableSystem } from './system.ts'

export const blogger: ImportableSystem = {
  usage: '<feed.atom ...> [--site <address of the blog>] [--categories <label,label>]',
  options: { site: { type: 'string' }, categories: { type: 'string' } },
  open: async ({ files, values, ledger }) => {
    const categories = String(values.categories ?? '')
      .split(',')
      .map((label) => label.trim())
      .filter(Boolean)
    const reader = new BloggerReader({ site: String(values.site ?? ''), categories }, ledger)
    const album = new Album(ledger)
    if (typeof values.media === 'string') await addFiles(values.media, album)
    let hasLooked = false
    return {
      name: 'Blogger',
      size: await sizeOf(files),
      records: async function* (reading) {
        if (!hasLooked)
          await lookThrough(
            childrenOf(files, () => {}),
            (child) => reader.look(child),
          )
        hasLooked = true
        yield* recordsOf(files, reader, album, reading)
      },
      pathOf,
      mediaPaths: (address) => album.pathsOf(address),
      servedAt: (path) => `albums/${path}`,
      categoryAddresses: (ids) => ids.slice(-1).map(labelAddress),
    }
  },
}

async function* recordsOf(
  files: readonly string[],
  reader: BloggerReader,
  album: Album,
  { onBytes, onNote }: ReadListener,
): AsyncGenerator<OldRecord> {
  yield* reader.site()
  for await (const child of childrenOf(files, onBytes)) yield* reader.recordsOf(child)
  const orphans = reader.comments.note()
  if (orphans) onNote(orphans)
  if (!reader.knowsAddress)
    onNote(
      'The export does not tell where the blog was: --site names it, so that links to its own pages are mended.',
    )
  if (album.doubled.length > 0)
    onNote(
      `Files of one name in the folder of --media, of which the first is taken: ${album.doubled.join(', ')}`,
    )
}

async function* childrenOf(
  files: readonly string[],
  onBytes: (bytes: number) => void,
): AsyncGenerator<FeedChild> {
  for (const file of files) {
    const parser = new FeedParser()
    for await (const piece of textOf(file, onBytes)) yield* parser.push(piece)
    yield* parser.end()
  }
}

async function addFiles(folder: string, album: Album): Promise<void> {
  for await (const entry of filesBelow(folder))
    if (entry.isFile()) album.add(pathFrom(folder, join(entry.parentPath, entry.name)))
}

import type { ReadListener } from '#moving-in/old-system.ts'
import type { OldRecord } from '#moving-in/record.ts'
import { nicenameOf, pathOf } from '#wordpress/addresses.ts'
import { mediaPaths } from '#wordpress/media-path.ts'
import { WordPressReader } from '#wordpress/reader.ts'
import { readWordPress } from './read-wordpress.ts'
import { sizeOf } from './size-of.ts'
import type { ImportableSystem } from './system.ts'

export const wordpress: ImportableSystem = {
  usage: '<export.xml ...> [--as-articles <type,type>]',
  options: { 'as-articles': { type: 'string' } },
  open: async ({ files, values, site, ledger }) => {
    const types = String(values['as-articles'] ?? '').split(',')
    const articleTypes = new Set(types.map((type) => type.trim()).filter(Boolean))
    const reader = new WordPressReader({ timeZone: site.timeZone, articleTypes }, ledger)
    return {
      name: 'WordPress',
      size: await sizeOf(files),
      records: (reading) => recordsOf(files, reader, reading),
      pathOf,
      mediaPaths,
      servedAt: (path) => `wp-content/uploads/${path}`,
      categoryAddresses: (ids) => [`${reader.basePath}/category/${ids.join('/')}/`],
      authorAddresses: (login) => [`${reader.basePath}/author/${nicenameOf(login)}/`],
    }
  },
}

async function* recordsOf(
  files: readonly string[],
  reader: WordPressReader,
  reading: ReadListener,
): AsyncGenerator<OldRecord> {
  for (const file of files)
    for await (const record of readWordPress(file, reading)) yield* reader.recordsOf(record)
}

import { join } from 'node:path'
import type { Site } from '#domain/site.ts'
import { countWords } from '#domain/text.ts'
import { contentDigest } from '#cache/content-digest.ts'
import { excerptOf } from '#markdown/plain-text.ts'
import type { CheckedNewsroom } from '../checked-newsroom.ts'
import { pathFrom } from '../folder.ts'
import { buildMoment } from '../moment.ts'
import { withPicture } from '../picture-files.ts'
import { releasedEntryAt } from '../released.ts'
import type { Source } from '../source.ts'
import { writtenMoment } from './entry-moment.ts'

/** An entry of live coverage, and what the store holds of it beside its place. */
export interface ReadEntry {
  id: string
  /** From Astro's root. */
  file: string
  /** Of all that it is stored with. */
  digest: string
  /** Made when it is asked for, as it takes a reading of the body. */
  stored: () => { frontMatter: Record<string, unknown>; excerpt: string; words: number; bodyImages: object[] }
}

interface EntryOptions {
  site: Site
  /** Whether drafts and later entries are read too. */
  all: boolean
  /** Astro's. */
  root: string
}

/** Reads the entries of an article that a build may use. */
export function liveEntries(
  { files, broken, entries: published, digestOfSource, picturesOf }: CheckedNewsroom,
  { site, all, root }: EntryOptions,
): (article: Source) => Promise<ReadEntry[]> {
  const clock = { timeZone: site.timeZone, at: buildMoment() }
  const read = async (written: Source): Promise<ReadEntry> => {
    const source = all ? written : releasedEntryAt(written, clock)
    const { slug: id, data, parts } = source
    const pictures = await picturesOf(source)
    const at = writtenMoment(written)
    const content = digestOfSource(source) ?? [data, source.body]
    return {
      id,
      file: pathFrom(root, join(files.folder.root, source.file)),
      digest: contentDigest(Buffer.from(JSON.stringify([content, [...pictures]]))),
      stored: () => ({
        frontMatter: { ...withPicture(data, 'image', pictures), at },
        excerpt: excerptOf(source.body),
        words: countWords(source.body),
        bodyImages: parts().images.map(({ path }) => ({ path, file: pictures.get(path) })),
      }),
    }
  }
  return async ({ file, data }) => {
    if (data.live === undefined) return []
    const own = (all ? files.entries : published).get(file) ?? []
    return Promise.all(own.filter((entry) => !broken.has(entry.file)).map(read))
  }
}

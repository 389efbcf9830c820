import { checkNewsroom } from './check.ts'
import type { NewsroomFolder } from './folder.ts'
import { type Divided, divide } from './held-back.ts'
import { brokenFiles, type Mistakes, mistakesIn } from './mistakes.ts'
import { buildMoment } from './moment.ts'
import { type PictureFile, picturesOf } from './picture-files.ts'
import { PictureCache } from './picture-cache.ts'
import type { Problem } from './problem.ts'
import { entriesOfAll, type NewsroomFiles, readNewsroom } from './read-newsroom.ts'
import type { Outlet } from './read-outlet.ts'
import { isWholeAt } from './released.ts'
import type { Source } from './source.ts'
import type { SourceCache } from './source-cache.ts'

/** A newsroom that was read and judged at one moment. */
export interface CheckedNewsroom extends Divided {
  files: NewsroomFiles
  problems: Problem[]
  /** The files from which no page can be made. */
  broken: ReadonlySet<string>
  mistakes: Mistakes
  /** The digest of a source's bytes, where that is known. */
  digestOfSource(source: Source): string | undefined
  /** The pictures of a source, by the paths in it. */
  picturesOf(source: Source): Promise<Map<string, PictureFile>>
}

/**
 * Reads and judges a newsroom at the build's moment.
 * @param sourceCache what was read before; none for a preview, of which no cache is left
 */
export async function readChecked(
  folder: NewsroomFolder,
  { site, theme }: Outlet,
  sourceCache: SourceCache | undefined,
): Promise<CheckedNewsroom> {
  const files = await readNewsroom(folder, sourceCache?.read.bind(sourceCache))
  const problems = await checkNewsroom(files, site, theme)
  const broken = brokenFiles(files, problems)
  const at = buildMoment()
  const divided = divide(files, site, at)
  const faulty = new Set(problems.map(({ file }) => file))
  // No cache holds what readers may not see yet.
  sourceCache?.save(
    [...divided.published, ...entriesOfAll(divided)].filter(
      (source) => !faulty.has(source.file) && isWholeAt(source, { timeZone: site.timeZone, at }),
    ),
  )
  const pictureCache = new PictureCache(folder.root)
  return {
    files,
    problems,
    broken: new Set(broken.keys()),
    mistakes: mistakesIn(files, broken, site),
    ...divided,
    digestOfSource: (source) => sourceCache?.digestOfSource(source),
    picturesOf: (source) => picturesOf(source, folder.root, pictureCache),
  }
}

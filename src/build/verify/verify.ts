import type { Analyser } from '#build/analyse/analyser.ts'
import { storeFacts, type KnownFacts } from '#build/analyse/known-facts.ts'
import type { BuildOutput } from '#build/build-output.ts'
import { filesIn } from '#build/files-in.ts'
import { OutputError, tellFaults } from './fault.ts'
import { lossOf, type Publication } from './loss.ts'
import { isAnothers } from './outlet.ts'
import { type Output, readOutput } from './output.ts'
import { brokenLinks } from './rules/broken-links.ts'
import { judgeOutput } from './rules/judge-output.ts'

export interface VerifyOptions {
  /** The site's address, with a slash at its end. */
  site: string
  /** Absolute paths of folders whose files are published as they are. */
  given: readonly string[]
  /** Folders of the output whose pages are filled by scripts alone: the desk in the browser. */
  programs: readonly string[]
  /** Folders of it that another step makes meanwhile, and looks after. */
  excluded: readonly string[]
  /** Percent of the last publication's pages, and of its articles, that may be gone. */
  maxLoss: number
  /** Whether whoever builds has said that they are meant to go. */
  acceptLoss: boolean
  preview: boolean
  /** The folder in which the last site lies; absolute. */
  published: string
}

/** What a site holds that has passed. */
export interface Verified {
  /** How many files it has. */
  files: number
  /** How many of them are pages. */
  pages: number
  /** Links in texts that lead nowhere yet, with the files that have them; empty where there are none. */
  yetToCome: string
}

/**
 * Walks the finished output before it is published.
 * @param folder of the output; absolute
 * @param caches the folder of the output's caches
 * @throws OutputError when readers would meet a fault in it, or miss what they had
 */
export async function verify(
  { folder, caches }: { folder: string; caches: string },
  output: BuildOutput,
  analyser: Analyser,
  { site, given, programs, excluded, maxLoss, acceptLoss, preview, published }: VerifyOptions,
): Promise<Verified> {
  const found = await readOutput(folder, {
    ...{ site, analyser, programs, excluded },
    given: new Set(given.flatMap((folder) => filesIn(folder))),
    knownIdentity: output.identityOf,
  })
  const pages = pagesOf(found)
  const isMissed = !acceptLoss && !preview && !isAnothers(published, folder)
  const lost = isMissed ? lossOf(lastOf(analyser.known, published), pages, maxLoss) : []
  const faults = [...judgeOutput(found, { made: new Set(output.files), preview }), ...lost]
  if (faults.length > 0) throw new OutputError(faults)
  storeFacts(caches, site, found)
  return {
    files: found.files.size,
    pages: pages.size,
    yetToCome: tellFaults(brokenLinks(found, 'authored')),
  }
}

function pagesOf({ facts }: Output): Set<string> {
  return new Set([...facts].flatMap(([file, { kind }]) => (kind === 'part' ? [] : [file])))
}

/** What was published last, as the last build says, or else what lies in its place. */
function lastOf(known: KnownFacts, live: string): Publication {
  const pages = known.filesOf(['page', 'article'])
  if (pages.length > 0) return { pages, articles: known.filesOf(['article']) }
  const served = filesIn(live).filter((file) => file.endsWith('.html') && !file.startsWith('fragments/'))
  return { pages: served, articles: [] }
}

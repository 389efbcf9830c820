import type { Analyser } from '#build/analyse/analyser.ts'
import { storeFacts, type KnownFacts } from '#build/analyse/known-facts.ts'
import type { BuildOutput } from '#build/build-output.ts'
import { filesIn } from '#build/files-in.ts'
import { isError } from '#desk/problem.ts'
import { pagesOf, type Publication } from './judged-site.ts'
import { OutputError, reportSite } from './output-error.ts'
import { isAnothers } from './outlet.ts'
import { readOutput } from './output.ts'
import { judgeSite } from './rules.ts'

export interface VerifyOptions {
  /** The site's address, with a slash at its end. */
  site: string
  /** The absolute path of the folder whose files are published as they are. */
  given: string
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
  /** Stores what is known of the site's files for the next build; until then that has what the last one has stored. */
  store: () => void
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
    given: new Set(filesIn(given)),
    knownIdentity: output.identityOf,
  })
  const isMissed = !acceptLoss && !preview && !isAnothers(published, folder)
  const problems = judgeSite({
    ...{ output: found, preview, maxLoss, routes: new Set(output.files) },
    last: isMissed ? lastOf(analyser.known, published) : undefined,
  })
  const errors = problems.filter(isError)
  if (errors.length > 0) throw new OutputError(errors)
  const warnings = problems.filter((problem) => !isError(problem))
  return {
    files: found.files.size,
    pages: pagesOf(found).size,
    yetToCome: reportSite(warnings),
    store: () => storeFacts(caches, site, found),
  }
}

/** What pages fetch, at the root and in the folder of each further language. */
const FRAGMENT = /^([^/]+\/)?fragments\/(breaking|live|search|ticker|trending)\//

/** What was published last, as the last build says, or else what lies in its place. */
function lastOf(known: KnownFacts, live: string): Publication {
  const pages = known.filesOf(['page', 'article'])
  if (pages.length > 0) return { pages, articles: known.filesOf(['article']) }
  const served = filesIn(live).filter((file) => file.endsWith('.html') && !FRAGMENT.test(file))
  return { pages: served, articles: [] }
}

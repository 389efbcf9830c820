import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { filesIn } from '#build/files-in.ts'
import type { MadeFiles } from '#build/made-files.ts'
import { brokenLinks } from '#build/verify/rules/broken-links.ts'
import { OutputError, tellFaults } from './fault.ts'
import { FactsThread } from '#build/analyse/facts-thread.ts'
import { judgeOutput } from '#build/verify/rules/judge-output.ts'
import { KnownFacts, keepFacts } from '#build/analyse/known-facts.ts'
import { lossOf, type Publication } from './loss.ts'
import { isAnothers } from './outlet.ts'
import { type Output, readOutput } from './output.ts'
import { isRead } from '#build/analyse/read-file.ts'
import type { Reading } from '#build/analyse/read-files.ts'

interface VerifyOptions {
  /** The site's address, with a slash at its end. */
  site: string
  /** Absolute paths of folders whose files are published as they are. */
  given: readonly string[]
  /** Folders of the output whose pages are filled by scripts alone: the desk in the browser. */
  programs: readonly string[]
  /** Folders of it that are made meanwhile, and looked after by what makes them. */
  apart: readonly string[]
  /** Percent of the last publication's pages, and of its articles, that may be gone. */
  maxLoss: number
  /** Whether whoever builds has said that they are meant to go. */
  acceptLoss: boolean
  preview: boolean
  made: MadeFiles
}

/**
 * Walks the finished output before it is published, and fails the build when
 * readers would meet a fault in it, or miss what they had. Must come after all
 * that writes what links lead to, and before the release.
 */
export function verify({
  site,
  given,
  programs,
  apart,
  maxLoss,
  acceptLoss,
  preview,
  made,
}: VerifyOptions): AstroIntegration {
  let caches = ''
  let known: KnownFacts | undefined
  const readKnown = () => (known ??= new KnownFacts(caches, site))
  let thread: FactsThread | undefined
  const early: Promise<void>[] = []
  const readEarly = async (reading: Reading, files: readonly string[]) => {
    const known = readKnown()
    thread ??= new FactsThread(reading, known.texts)
    // What cannot be read now is read in the end, and told of then.
    known.add(await thread.read(files).catch(() => []))
  }
  return {
    name: 'warta-verify',
    hooks: {
      'astro:config:done': ({ config }) => {
        caches = fileURLToPath(config.cacheDir)
        const reading = { folder: fileURLToPath(config.outDir), site }
        made.early.on('some', (files) => early.push(readEarly(reading, files.filter(isRead))))
      },
      // While the program is bundled.
      'astro:build:start': () => void readKnown(),
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        await Promise.all(early)
        await thread?.end()
        const known = readKnown()
        const output = await readOutput(folder, {
          site,
          known,
          given: new Set(given.flatMap((folder) => filesIn(folder))),
          programs,
          apart,
          identityOfMade: (file) => made.identityOf(file),
        })
        const isMissed = !acceptLoss && !preview && !isAnothers(made.published, folder)
        const lost = !isMissed ? [] : lossOf(lastOf(known, made.published), pagesOf(output), maxLoss)
        const faults = [...judgeOutput(output, { made: new Set(made.files), preview }), ...lost]
        if (faults.length > 0) throw new OutputError(faults)
        const yetToCome = brokenLinks(output, 'authored')
        if (yetToCome.length > 0)
          logger.warn(`links in texts that lead nowhere yet:\n${tellFaults(yetToCome)}`)
        keepFacts(caches, site, output)
        logger.info(`${output.files.size} files are sound, ${pagesOf(output).size} pages among them`)
      },
    },
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

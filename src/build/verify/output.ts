import type { FileRecord } from '#cache/content-digest.ts'
import { type FileIdentity, identityOf } from '#cache/file-identity.ts'
import type { Analyser } from '#build/analyse/analyser.ts'
import type { NumberedFacts } from '#build/analyse/facts.ts'
import type { Texts } from '#build/analyse/texts.ts'
import { filesIn } from '#build/files-in.ts'

/** A built site as the verifier sees it: files by their paths from its folder, with slashes. */
export interface Output {
  /** The path of its front page, from the host's root. */
  base: string
  files: ReadonlyMap<string, FileIdentity>
  /** Of the files that were looked into. */
  facts: ReadonlyMap<string, NumberedFacts>
  /** Of those files, by which it can be told whether their facts are still true. */
  records: ReadonlyMap<string, FileRecord>
  /** What the facts have numbers for. */
  texts: Texts
}

interface ReadOptions {
  /** The site's address, with a slash at its end. */
  site: string
  analyser: Analyser
  /** Files that nobody judges. */
  given: ReadonlySet<string>
  /** Folders that nobody looks into, but that links may lead to. */
  programs: readonly string[]
  /** Folders that another step makes meanwhile, and looks after. */
  excluded: readonly string[]
  /** Of files that this build has looked at already. */
  knownIdentity?: (file: string) => FileIdentity | undefined
}

export async function readOutput(
  folder: string,
  { site, analyser, given, programs, excluded, knownIdentity }: ReadOptions,
): Promise<Output> {
  const files = new Map<string, FileIdentity>()
  // Without promises: for so many small files they take longer than the reading.
  for (const file of filesIn(folder, excluded)) {
    const identity = knownIdentity?.(file) ?? identityOf(`${folder}/${file}`)
    if (identity !== undefined) files.set(file, identity)
  }
  const isJudged = (file: string) => !given.has(file) && !programs.some((name) => file.startsWith(`${name}/`))
  const judged = [...files].flatMap(([file, identity]) => (isJudged(file) ? [{ file, identity }] : []))
  const analysed = await analyser.analyse(judged)
  const facts = new Map<string, NumberedFacts>()
  const records = new Map<string, FileRecord>()
  for (const { file } of judged) {
    const found = analysed.get(file)
    if (!found) continue
    facts.set(file, found.facts)
    records.set(file, found.record)
  }
  return { base: new URL(site).pathname, files, facts, records, texts: analyser.texts }
}

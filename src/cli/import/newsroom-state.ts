import { addressOf } from '#desk/aliases.ts'
import { fixedNames, isMade } from '#desk/fixed-names.ts'
import type { NewsroomFolder } from '#desk/folder.ts'
import { isError, type Problem, reportProblems } from '#desk/problem.ts'
import { type Collection, sourcesOf } from '#desk/read-newsroom.ts'
import type { Source } from '#desk/source.ts'
import { isAlias } from '#domain/alias.ts'
import type { Site } from '#domain/site.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import type { KnownEntry, NewsroomState } from '#moving-in/known-entries.ts'
import type { Ledger } from '#moving-in/ledger.ts'

/**
 * What the newsroom has already: of its texts nothing but names and addresses.
 * @throws Error when a file cannot be read: what it holds could be imported a second time
 */
export async function readState(folder: NewsroomFolder, site: Site, ledger: Ledger): Promise<NewsroomState> {
  const problems: Problem[] = []
  const each = async (collection: Collection, keep: (source: Source) => void) => {
    for await (const result of sourcesOf(folder, collection)) {
      if (Array.isArray(result)) problems.push(...result)
      else keep(result)
    }
  }
  const slugs = async (collection: Collection) => {
    const kept = new Set<string>()
    await each(collection, ({ slug }) => kept.add(slug))
    return kept
  }
  const entries = ledger.map<string, KnownEntry>()
  await each('articles', (source) => entries.set(source.file, knownEntry('article', source, site)))
  await each('pages', (source) => entries.set(source.file, knownEntry('page', source, site)))
  const { fixed } = await fixedNames(folder)
  const state: NewsroomState = {
    entries,
    categories: await slugs('categories'),
    authors: await slugs('authors'),
    fixed,
    addressOf,
    isAlias,
    isMade: (address, categories) => isMade(address, fixed, categories),
  }
  if (problems.some(isError))
    throw new Error(`${reportProblems(problems)}\nNothing was imported: mend these files first.`)
  return state
}

function knownEntry(kind: KnownEntry['kind'], { file, slug, data }: Source, site: Site): KnownEntry {
  const { title, category, publishedAt, aliases, id } = data
  return {
    kind,
    file,
    slug,
    category: kind === 'article' ? String(category) : '',
    title: String(title),
    at: parseMoment(String(publishedAt), site.timeZone)?.getTime(),
    aliases: Array.isArray(aliases) ? aliases.map(String) : [],
    feedId: typeof id === 'string' ? id : undefined,
  }
}

import { lineOf, NewsroomError, type Problem } from '#desk/problem.ts'
import { COLLECTIONS, type NewsroomFiles } from '#desk/read-newsroom.ts'
import { checkAddressesBelow } from '#desk/rules/addresses-below.ts'
import { checkDuplicates } from '#desk/rules/duplicates.ts'
import { checkNestedAliases } from '#desk/rules/nested-aliases.ts'
import { checkRoutes } from '#desk/rules/routes.ts'
import { checkSchema } from '#desk/rules/schema.ts'
import { parseSource, type Source } from '#desk/source.ts'
import type { Site } from '#domain/site.ts'
import type { Moving, NewsroomEdits } from './newsroom-edits.ts'
import { slugGiven } from './plan.ts'

/**
 * The newsroom as it will be must be as sound as it is.
 * @throws Error that tells what the new name would get in the way of
 */
export async function mustStaySound(edits: NewsroomEdits): Promise<void> {
  const known = new Set((await problemsOf(edits.files, edits.site)).map(({ message }) => message))
  const problems = await problemsOf(filesAfter(edits), edits.site)
  const found = problems.filter(({ message }) => !known.has(message))
  if (found.length > 0)
    throw new Error(`The new name does not go with what is there:\n${found.map(lineOf).join('\n')}`)
}

/** A path after all moves. */
export function movedFile(file: string, moves: readonly Moving[]): string {
  const move = moves.find(({ from }) => file === from || file.startsWith(`${from}/`))
  return move ? move.to + file.slice(move.from.length) : file
}

function filesAfter(edits: NewsroomEdits): NewsroomFiles {
  const { files, moves } = edits
  const texts = edits.texts()
  const after = (source: Source): Source => {
    const file = movedFile(source.file, moves)
    const text = texts.get(source.file)
    return text === undefined ? { ...source, file } : parsed(text, file)
  }
  const sources = Object.fromEntries(
    COLLECTIONS.map((collection) => [collection, files.sources[collection].map(after)]),
  ) as NewsroomFiles['sources']
  const tags = texts.get('src/content/tags.yml')
  return {
    ...files,
    sources,
    ...(files.breaking && { breaking: after(files.breaking) }),
    ...(tags === undefined
      ? files.tags && { tags: files.tags }
      : { tags: parsed(tags, 'src/content/tags.yml') }),
  }
}

function parsed(text: string, file: string): Source {
  const source = parseSource(new TextEncoder().encode(text), file, slugGiven(file.replace(/\.yml$/, '')))
  if (Array.isArray(source)) throw new NewsroomError(source)
  return source
}

async function problemsOf(files: NewsroomFiles, site: Site): Promise<Problem[]> {
  const rules = [checkSchema, checkRoutes, checkDuplicates, checkNestedAliases, checkAddressesBelow]
  return (await Promise.all(rules.map((rule) => rule(files, site)))).flat()
}

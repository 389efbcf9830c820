import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Document, isSeq } from 'yaml'
import { buildMoment } from '#desk/moment.ts'
import type { Problem } from '#desk/problem.ts'
import type { NewsroomFiles } from '#desk/read-newsroom.ts'
import { checkDuplicates } from '#desk/rules/duplicates.ts'
import { checkReferences } from '#desk/rules/references.ts'
import { checkRoutes } from '#desk/rules/routes.ts'
import { checkSchema } from '#desk/rules/schema.ts'
import { parseSource, type Source } from '#desk/source.ts'
import type { Site } from '#domain/site.ts'
import { slugOfTitle } from '#domain/slug.ts'
import { isoInZone, monthOf, parseMoment } from '#domain/zoned-time.ts'
import { type Given, isDraft } from './given-article.ts'

const PLACEHOLDER = 'To be written.'

/**
 * Writes the file of a new article, `articles/YYYY/MM/slug.md`, and tells where
 * it is and when readers get it; `released` is undefined for a draft.
 * @param body its text, where there is one already
 * @throws Error when the desk would refuse it, its name or address are taken,
 * or the file is there; nothing is written then.
 */
export async function startArticle(
  given: Given,
  files: NewsroomFiles,
  site: Site,
  body?: string,
): Promise<{ file: string; released: string | undefined }> {
  const draft = isDraft(given)
  const publishedAt = given.publishedAt ?? isoInZone(buildMoment(), site.timeZone).slice(0, 16)
  const moment = parseMoment(publishedAt, site.timeZone)
  if (moment === undefined) throw new Error(`"publishedAt" is "${publishedAt}", which is no date.`)
  const slug = given.slug ?? slugOfTitle(given.title ?? '')
  const file = `articles/${monthOf(moment, site.timeZone).replace('-', '/')}/${slug}.md`
  const path = join(files.folder.root, file)
  const isThere = new Error(`${file} is there already. ${OTHER_NAME}`)
  if (existsSync(path)) throw isThere
  const content = write({ ...given, publishedAt, draft }, body)

  const source = parseSource(new TextEncoder().encode(content), file, slug)
  mustBeSound(Array.isArray(source) ? source : await problemsWith(source, files, site), file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? isThere : error
  })
  return { file, released: draft ? undefined : isoInZone(moment, site.timeZone) }
}

const OTHER_NAME = 'Give the new article another name with --slug.'

/** A draft says what is still to come; a dated article is left empty, so that no placeholder is ever published. */
function write(
  { title, description, category, authors, publishedAt, tags, draft }: Given,
  body = draft ? `${PLACEHOLDER}\n` : '',
): string {
  const front = new Document({
    title,
    description: description ?? PLACEHOLDER,
    category,
    authors,
    publishedAt,
    ...(tags && tags.length > 0 && { tags }),
    ...(draft && { draft }),
  })
  for (const list of ['authors', 'tags']) {
    const node = front.get(list, true)
    if (isSeq(node)) node.flow = true
  }
  const yaml = front.toString({ lineWidth: 0, flowCollectionPadding: false })
  return `---\n${yaml}---\n\n${body}`
}

/** What the desk says of the new article itself, and of others because of it. */
async function problemsWith(source: Source, files: NewsroomFiles, site: Site): Promise<Problem[]> {
  const articles = [...files.sources.articles, source]
  const alone = { ...files, sources: { ...files.sources, articles: [source] } }
  const among = { ...files, sources: { ...files.sources, articles } }
  return [
    ...checkSchema(alone, site),
    ...(await checkReferences(alone, site)),
    ...checkDuplicates(among, site),
    ...(await checkRoutes(among, site)),
  ].filter(({ file, message }) => file === source.file || message.includes(source.file))
}

function mustBeSound(problems: readonly Problem[], file: string): void {
  if (problems.length === 0) return
  const lines = problems.map((problem) => `  ${problem.file}:${problem.line} ${problem.message}`)
  throw new Error(
    `Nothing was written, as the desk would refuse ${file}:\n${lines.join('\n')}\n${OTHER_NAME}`,
  )
}

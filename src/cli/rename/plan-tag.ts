import { linksFor } from '#domain/links.ts'
import { tagsNamed } from '#desk/named.ts'
import type { Source } from '#desk/source.ts'
import { tagsSchema } from '#domain/schema.ts'
import { tagSlug } from '#domain/tag-slug.ts'
import { folderMove } from './moved-href.ts'
import type { NewsroomEdits } from './newsroom-edits.ts'
import { keepAddress, otherAliases } from './plan.ts'

const FILE = 'src/content/tags.yml'
const HEAD = '# Old addresses of tags, by the name of each as articles write it.\n'

/**
 * Gives a tag another name in all articles; one that has the new name already takes both together. The old address
 * goes to `src/content/tags.yml`.
 * @throws Error when no article has the tag, or the new name is none
 */
export function planTag(edits: NewsroomEdits, from: string, to: string): void {
  const { articles } = edits.files.sources
  if (!tagsSchema.safeParse({ [to]: [] }).success)
    throw new Error(`"${to}" cannot be a tag: it must hold a letter or a digit, and at most 60 characters.`)
  const [oldSlug, newSlug] = [tagSlug(from), tagSlug(to)]
  const tagged = articles.filter((article) => tagsNamed(article).some((tag) => tagSlug(tag) === oldSlug))
  if (tagged.length === 0) throw new Error(`No article has the tag "${from}".`)
  for (const article of tagged) renameIn(edits, article, oldSlug, to)

  const [oldPath, newPath] = [`/tag/${oldSlug}/`, `/tag/${newSlug}/`]
  planFile(edits, to, { oldPath, newPath })
  if (oldSlug === newSlug) return
  const links = linksFor(edits.site)
  const move = folderMove(oldPath, newPath, otherAliases(edits, edits.files.tags, oldPath))
  edits.mendLinks(move, oldSlug, links.article)
  edits.mendConfig(move)
}

/** In one article; no tag stands there twice. */
function renameIn(edits: NewsroomEdits, article: Source, oldSlug: string, to: string): void {
  const tags = article.data.tags as string[]
  const old = [...tags.entries()].filter(([, tag]) => tagSlug(tag) === oldSlug).map(([i]) => i)
  const stays = tags.includes(to) ? tags.indexOf(to) : old[0]
  const file = edits.edit(article.file)
  for (const i of old.toReversed()) {
    if (i !== stays) file.remove('tags', i)
    else if (tags[i] !== to) file.set(['tags', i], to)
  }
}

/** Its old addresses, under its new name. */
function planFile(
  edits: NewsroomEdits,
  to: string,
  { oldPath, newPath }: { oldPath: string; newPath: string },
): void {
  const { tags } = edits.files
  const [oldSlug, newSlug] = [oldPath, newPath].map((path) => path.slice('/tag/'.length, -1))
  const names = Object.keys(tags?.data ?? {})
  const named = names.filter((name) => [oldSlug, newSlug].includes(tagSlug(name)))
  const [name] = named
  if (named.length > 1)
    throw new Error(
      `${FILE} names ${named.map((one) => `"${one}"`).join(' and ')}. Put their old addresses together under one of them, and try again.`,
    )
  if (!tags || name === undefined) {
    if (oldPath === newPath) return
    if (tags) edits.edit(FILE).append(to, oldPath)
    else edits.write(FILE, `${HEAD}${JSON.stringify(to)}: [${oldPath}]\n`)
    return
  }
  if (oldPath !== newPath) keepAddress(edits.edit(FILE), tags, oldPath, newPath, name)
  if (name !== to) edits.edit(FILE).rename(name, to)
}

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { articlePlace } from '#desk/article-place.ts'
import { entriesFolder } from '#desk/live/entry-place.ts'
import { entriesOfAll } from '#desk/read-newsroom.ts'
import { commentsFileOf } from '#desk/read-comments.ts'
import type { Source } from '#desk/source.ts'
import { linksFor } from '#domain/links.ts'
import { permanentName } from '#domain/permanent-id.ts'
import { articleMove } from './moved-href.ts'
import type { NewsroomEdits } from './newsroom-edits.ts'
import { isSame, keepAddress, mustBeFree, slugGiven, sourceNamed } from './plan.ts'
import { renamedViews } from './renamed-views.ts'

/**
 * Gives an article's file, or its folder, another name, and what belongs to it: comments, entries, views, translations,
 * links and the line of breaking news. Feed readers know it as the same.
 * @throws Error when there is none of the old name, or one of the new
 */
export function planArticle(edits: NewsroomEdits, given: string, to: string): void {
  const { articles } = edits.files.sources
  const from = slugGiven(given)
  const source = sourceNamed(articles, 'article', from)
  mustBeFree(articles, 'article', to)
  const links = linksFor(edits.site)
  const pathOf = (slug: string) =>
    `/${links.article({ ...articlePlace(source), slug }).slice(links.root().length)}`
  const [oldPath, newPath] = [pathOf(from), pathOf(to)]
  const file = edits.edit(source.file)
  keepAddress(file, source, oldPath, newPath)
  const known = nameInFeeds(source)
  if (known !== nameInFeeds({ ...source, slug: to, data: withAliases(source, oldPath, newPath) }))
    file.add('id', known)
  edits.moves.push(...movesOf(edits, source, to))

  for (const article of articles) {
    if (article.data.translationOf === from) edits.edit(article.file).set(['translationOf'], to)
  }
  for (const entry of entriesOfAll(edits.files)) {
    for (const field of ['article', 'coverage'])
      if (entry.data[field] === from) edits.edit(entry.file).set([field], to)
  }
  const { breaking } = edits.files
  if (breaking?.data.article === from) edits.edit(breaking.file).set(['article'], to)
  const move = articleMove(oldPath, newPath)
  edits.mendLinks(move, from, (place) =>
    links.article({ ...place, slug: place.slug === from ? to : place.slug }),
  )
  edits.mendConfig(move)
  renamedViews(edits, from, to)
}

function movesOf({ files }: NewsroomEdits, { file }: Source, to: string) {
  if (file.endsWith('/index.md')) {
    const folder = dirname(file)
    return [{ from: folder, to: `${dirname(folder)}/${to}` }]
  }
  const moved = `${dirname(file)}/${to}.md`
  const comments = commentsFileOf(file)
  const beside = [
    { from: comments, to: commentsFileOf(moved) },
    { from: entriesFolder(file), to: entriesFolder(moved) },
  ]
  return [
    { from: file, to: moved },
    ...beside.filter(({ from }) => existsSync(join(files.folder.root, from))),
  ]
}

function nameInFeeds({ slug, data }: Pick<Source, 'slug' | 'data'>): string {
  const aliases = Array.isArray(data.aliases) ? data.aliases.map(String) : []
  return permanentName({ id: data.id === undefined ? undefined : String(data.id), slug, aliases })
}

function withAliases({ data }: Source, oldPath: string, newPath: string): Source['data'] {
  const aliases = Array.isArray(data.aliases) ? data.aliases.map(String) : []
  const again = aliases.findIndex((alias) => isSame(alias, newPath))
  return { ...data, aliases: again === -1 ? [...aliases, oldPath] : aliases.with(again, oldPath) }
}

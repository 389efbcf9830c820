import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { articlePlace } from '#desk/article-place.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { commentsFileOf } from '#desk/read-comments.ts'
import { readWholeNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { linksFor } from '#domain/links.ts'
import { mergeComments } from './merge-comments.ts'
import { approvedComments, countsOf } from './waline.ts'

/**
 * Brings the comments that the server shows to readers into the files beside
 * the articles, and says how many were new.
 * @throws Error when the config names no Waline server, or it does not answer
 */
export async function pullComments(): Promise<string> {
  const folder = newsroomFolder()
  const site = await readSite(folder)
  const { provider, server } = site.comments
  if (provider !== 'waline' || server === undefined)
    throw new Error('src/site.config.ts names no Waline server under "comments".')
  const waline = { server, outlet: site.url }
  // A comments file that cannot be read would be taken for none, and written over.
  const { sources, comments } = await readWholeNewsroom(folder)
  const links = linksFor(site)
  const articles = sources.articles.map((source) => ({
    file: source.file,
    path: links.article(articlePlace(source)),
  }))
  const counts = await countsOf(
    waline,
    articles.map(({ path }) => path),
  )
  let added = 0
  let changed = 0
  for (const [i, { file, path }] of articles.entries()) {
    if (!counts[i]) continue
    const kept = comments.get(file) ?? []
    const merged = mergeComments(kept, await approvedComments(waline, path))
    const target = join(folder.root, commentsFileOf(file))
    const text = `${JSON.stringify(merged, null, 2)}\n`
    if (text === (await readFile(target, 'utf8').catch(() => ''))) continue
    await writeFile(target, text)
    added += merged.length - kept.length
    changed += 1
  }
  return `${added} new comments, ${changed} files written`
}

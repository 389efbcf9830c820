import { carryOut } from '#cli/rename/carry-out.ts'
import { NewsroomEdits } from '#cli/rename/newsroom-edits.ts'
import { sourceNamed } from '#cli/rename/plan.ts'
import { startArticle } from '#cli/start-article.ts'
import { articlePlace } from '#desk/article-place.ts'
import type { NewsroomFiles } from '#desk/read-newsroom.ts'
import { readTexts } from '#desk/read-texts.ts'
import type { Source } from '#desk/source.ts'
import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { languagesWith } from '#i18n/dictionary.ts'

/**
 * Starts a draft from an entry, with its text and a link back, and has the entry lead to it once it is published.
 * @param title of the article; the entry's own unless given
 * @throws Error when there is no such entry, or the desk would refuse the article
 */
export async function breakOut(
  article: Source,
  id: string,
  title: string | undefined,
  files: NewsroomFiles,
  site: Site,
): Promise<string> {
  const entry = sourceNamed(files.entries.get(article.file) ?? [], 'entry', id.replace(/\.md$/, ''))
  if (entry.data.article !== undefined)
    throw new Error(`${entry.file} leads to the article "${String(entry.data.article)}" already.`)
  const given = title ?? entry.data.title
  if (typeof given !== 'string') throw new Error('The entry has no title: give the article one with --title.')
  const links = linksFor(site)
  const { data } = article
  const { dictionaryFor } = languagesWith((await readTexts(files.folder)).texts)
  const address = links.liveEntry(articlePlace(article), { id: entry.slug })
  const back = `${dictionaryFor(String(data.lang ?? site.articleLanguage)).live.from} [${String(data.title)}](/${address.slice(links.root().length)})`
  const started = await startArticle(
    {
      title: given,
      description: undefined,
      category: String(data.category),
      authors: (entry.data.authors ?? data.authors) as string[],
      tags: undefined,
      publishedAt: undefined,
      draft: true,
      slug: undefined,
    },
    files,
    site,
    `${entry.body.trim()}\n\n${back}\n`,
  )
  const slug = started.file.replace(/^.*\/|\.md$/g, '')
  const edits = new NewsroomEdits(files, site)
  edits.edit(entry.file).add('article', slug)
  await carryOut(files.folder.root, edits.texts(), [])
  return `${started.file} is there, a draft. ${entry.file} leads to it once it is published. Pictures of the entry are to be copied beside it.`
}

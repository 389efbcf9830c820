import type { RootContent } from 'mdast'
import { stringify } from 'yaml'
import type { Article } from '#domain/article.ts'
import type { Live } from '#domain/live/live.ts'
import { modifiedAt } from '#domain/publication.ts'
import { isoInZone } from '#domain/zoned-time.ts'
import { chromeFor, dictionaryFor } from '#i18n/chrome.ts'
import { formatMoment } from '#i18n/format.ts'
import { escapedText } from '#markdown/portable.ts'
import { links, site } from '#site.ts'
import { getBodyAsMarkdown, getEntryAsMarkdown } from './body.ts'
import { ownImage } from './social-image.ts'

/** An article as Markdown that stands by itself: what it is, its text with absolute addresses, its corrections. */
export async function getMarkdown(article: Article): Promise<string> {
  const moment = (at: Date) => isoInZone(at, site.timeZone)
  const image = await ownImage(article)
  const facts = {
    title: article.title,
    description: article.description,
    authors: article.authors.map(({ name }) => name),
    publisher: chromeFor(article.lang).site.name,
    section: article.category.name,
    published: moment(article.publishedAt),
    modified: moment(modifiedAt(article)),
    language: article.lang,
    ...(article.live && { live: article.live.state }),
    canonical: links.absolute(links.article(article)),
    ...(image && { image: links.absolute(image.src) }),
  }
  const body = await getBodyAsMarkdown(article, corrections(article))
  const entries = article.live ? await liveMarkdown(article, article.live) : ''
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${body}${entries}`
}

function corrections({ corrections: notes, lang }: Article): RootContent[] {
  if (notes.length === 0) return []
  const text = (value: string) => [{ type: 'text', value } as const]
  return [
    { type: 'heading', depth: 2, children: text(dictionaryFor(lang).corrections) },
    ...notes.map(({ at, note }): RootContent => ({
      type: 'paragraph',
      children: text(`${formatMoment(at, lang, site.timeZone)}: ${note}`),
    })),
  ]
}

/** All entries of live coverage, newest first, each under its moment. */
async function liveMarkdown(article: Article, { entries }: Live): Promise<string> {
  if (entries.length === 0) return ''
  const { live } = dictionaryFor(article.lang)
  const heading = (depth: number, text: string) => `\n${'#'.repeat(depth)} ${escapedText(text)}\n`
  const all = await Promise.all(
    entries.map(async (entry) => {
      const moment = formatMoment(entry.at, article.lang, site.timeZone)
      const title = heading(3, entry.title === undefined ? moment : `${moment}: ${entry.title}`)
      if (entry.withdrawn) return `${title}\n${escapedText(`${live.withdrawn} ${entry.withdrawn.reason}`)}\n`
      return `${title}\n${await getEntryAsMarkdown(entry, article)}`
    }),
  )
  return `${heading(2, live.updates)}${all.join('')}`
}

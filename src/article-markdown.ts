import { readFile } from 'node:fs/promises'
import type { RootContent } from 'mdast'
import { stringify } from 'yaml'
import { bodyOf } from '#desk/source.ts'
import type { Article } from '#domain/article.ts'
import { modifiedAt } from '#domain/publication.ts'
import { isoInZone } from '#domain/zoned-time.ts'
import { ownImage } from '#discovery.ts'
import { dictionaryFor } from '#i18n/dictionary.ts'
import { formatMoment } from '#i18n/format.ts'
import { portableMarkdown } from '#markdown/portable.ts'
import { scaled } from '#pictures.ts'
import { links, site } from '#site.ts'

const IMAGE_WIDTH = 1200

/** An article as Markdown that stands by itself: what it is, its text with absolute addresses, its corrections. */
export async function getMarkdown(article: Article): Promise<string> {
  const page = links.absolute(links.article(article))
  const moment = (at: Date) => isoInZone(at, site.timeZone)
  const image = await ownImage(article)
  const facts = {
    title: article.title,
    description: article.description,
    authors: article.authors.map(({ name }) => name),
    publisher: site.name,
    section: article.category.name,
    published: moment(article.publishedAt),
    modified: moment(modifiedAt(article)),
    language: article.lang,
    canonical: page,
    ...(image && { image: links.absolute(image.src) }),
  }
  const body = await portableMarkdown(bodyOf(await readFile(article.file)), {
    title: article.title,
    href: (written) => {
      const address = links.written(written)
      return URL.canParse(address, page) ? new URL(address, page).href : written
    },
    image: async (path) => {
      const image = article.bodyImages.find((one) => one.path === path)
      if (!image)
        throw new Error(`${article.file}: the image "${path}" is not among those that were checked.`)
      return links.absolute((await scaled(image.file, IMAGE_WIDTH)).src)
    },
    after: corrections(article),
  })
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${body}`
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

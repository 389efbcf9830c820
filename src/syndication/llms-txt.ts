import type { Link, List, ListItem, Paragraph, RootContent, Text } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Summary } from '#domain/summary.ts'
import type { Edition } from '#domain/edition.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'

/**
 * The outlet in Markdown, for language models (https://llmstxt.org/): what it
 * is, and of each section the newest articles, as many as a feed has, with
 * links to their Markdown, or to their pages where they have none.
 */
export function writeLlmsTxt({ categories, byCategory }: Edition, site: Site, links: Links): string {
  const sections = categories.flatMap(({ slug, name }): RootContent[] => {
    const articles = (byCategory.get(slug) ?? []).slice(0, site.pageSize.feed)
    if (articles.length === 0) return []
    return [heading(2, name), listOf(articles.map((article) => item(article, site, links)))]
  })
  const tagline: RootContent = { type: 'blockquote', children: [paragraph([words(site.tagline)])] }
  return toMarkdown(
    { type: 'root', children: [heading(1, site.name), tagline, ...sections] },
    // Who reads it may take tildes for GFM's marks.
    { bullet: '-', listItemIndent: 'one', unsafe: [{ character: '~', inConstruct: 'phrasing' }] },
  )
}

function item(article: Summary, { output }: Site, links: Links): ListItem {
  const url = links.absolute(output.markdown ? links.markdown(article) : links.article(article))
  const link: Link = { type: 'link', url, children: [words(article.title)] }
  return { type: 'listItem', spread: false, children: [paragraph([link, words(`: ${article.description}`)])] }
}

function listOf(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children }
}

function heading(depth: 1 | 2, text: string): RootContent {
  return { type: 'heading', depth, children: [words(text)] }
}

function paragraph(children: Paragraph['children']): Paragraph {
  return { type: 'paragraph', children }
}

function words(value: string): Text {
  return { type: 'text', value }
}

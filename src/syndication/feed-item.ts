import type { Article } from '#domain/article.ts'
import type { BreakingLine } from '#domain/breaking.ts'
import type { CorrectionEntry } from '#domain/channels.ts'
import type { Links } from '#domain/links.ts'
import { permanentId } from '#domain/permanent-id.ts'
import { modifiedAt } from '#domain/publication.ts'
import type { Site } from '#domain/site.ts'
import type { FeedImage, FeedItem } from './feed.ts'
import { correctionNotes, leadFigure, type Wording } from './feed-html.ts'
import { escapeXml } from './xml-text.ts'

/** What a feed needs of an article beyond its front matter. */
export interface RenderedArticle {
  article: Article
  html: string
  image?: FeedImage | undefined
}

/** An article as an item of a feed: its picture, its text and what was wrong in it. */
export function articleItem(
  { article, html, image }: RenderedArticle,
  wording: Wording,
  site: Site,
  links: Links,
): FeedItem {
  return {
    id: permanentId(article, site),
    title: article.title,
    url: links.absolute(links.article(article)),
    language: article.lang,
    summary: article.description,
    html: leadFigure(image, wording) + html + correctionNotes(article.corrections, wording),
    authors: article.authors.map(({ name, slug }) => ({ name, url: links.absolute(links.author(slug)) })),
    categories: [article.category.name, ...article.tags.map(({ name }) => name)],
    publishedAt: article.publishedAt,
    modifiedAt: modifiedAt(article),
    image,
  }
}

/** A correction as an item of a feed, under a title that says of what. */
export function correctionItem(
  { article, correction: { at, note } }: CorrectionEntry,
  title: string,
  site: Site,
  links: Links,
): FeedItem {
  return {
    id: `${permanentId(article, site)}/correction/${at.toISOString()}`,
    title,
    url: links.absolute(links.correctionsOf(article)),
    language: article.lang,
    summary: note,
    html: `<p>${escapeXml(note)}</p>`,
    authors: [],
    categories: [article.category.name],
    publishedAt: at,
    modifiedAt: at,
  }
}

/** A line of breaking news as an item of a feed. */
export function breakingItem(line: BreakingLine, site: Site, links: Links): FeedItem {
  const { text, article, href, from } = line
  const page = links.absolute(links.breaking())
  const target = article ? links.absolute(links.article(article)) : href && links.writtenOn(page)(href)
  const url = target ?? page
  return {
    id: `${page}#${from.toISOString()}`,
    title: text,
    url,
    language: article?.lang ?? site.articleLanguage,
    summary: text,
    html: `<p><a href="${escapeXml(url)}">${escapeXml(text)}</a></p>`,
    authors: [],
    categories: article ? [article.category.name] : [],
    publishedAt: from,
    modifiedAt: from,
  }
}

import { hash } from 'node:crypto'
import type { Article } from '#domain/article.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { CARD_SIZE, type CardContent, cardDesign } from './design.ts'
import { type CardLook, look } from './look.ts'

/** A picture as a page's head names it. */
export interface SocialImage {
  /** From the host's root. */
  src: string
  width: number
  height: number
  alt: string
}

/** Counts the ways in which a design has become a picture, so that none is kept from an older one. */
const DRAWING = 1

/** What the card of an article says. */
export function articleCard(
  { title, category }: Pick<Article, 'title' | 'category'>,
  site: Site,
): CardContent {
  const { name, colour } = category
  return { outlet: outletOf(site), section: { name, colour }, headline: title }
}

/** What the card of every other page says. */
export function outletCard(site: Site): CardContent {
  return { outlet: outletOf(site) }
}

/** A card's name, by all that makes it what it is: one of another look has another name. */
export function nameOfCard(content: CardContent, as: CardLook = look): string {
  // Where the fonts lack a letter of the headline, the card is drawn without it, and names the outlet more fully.
  const designs = [content, { ...content, headline: undefined }].map((each) => cardDesign(each, as))
  return hash('sha256', JSON.stringify([DRAWING, ...designs]), 'hex').slice(0, 20)
}

/** The picture of a page without one of its own: the config's, or a card. */
export function outletImage(site: Site, links: Links): SocialImage {
  const card = site.publisher.card
  const src = card ? links.publicFile(card) : links.card(nameOfCard(outletCard(site)))
  return { src, ...CARD_SIZE, alt: `${site.name} - ${site.tagline}` }
}

/** The picture of an article without one. */
export function articleCardImage(
  article: Pick<Article, 'title' | 'category'>,
  site: Site,
  links: Links,
): SocialImage {
  return { src: links.card(nameOfCard(articleCard(article, site))), ...CARD_SIZE, alt: article.title }
}

function outletOf({ name, tagline }: Site): CardContent['outlet'] {
  return { name, tagline }
}

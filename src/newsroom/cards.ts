import { cacheFolder } from '#cache/caches.ts'
import { articleCard, nameOfCard, outletCard } from '#cards/card.ts'
import type { CardContent } from '#cards/design.ts'
import { drawCard } from '#cards/draw.ts'
import { cachesOf } from '#desk/caches.ts'
import { newsroomFolder } from '#desk/folder.ts'
import type { Article } from '#domain/article.ts'
import type { Site } from '#domain/site.ts'
import { audience } from './audience.ts'
import { getLanguages } from './edition.ts'

const cache = cacheFolder('cards', cachesOf(newsroomFolder().root))

/** Newest articles of a language among which those without a picture have cards, where only recent ones do. */
const RECENT = 500

/**
 * The articles that have a card of their own: those without a picture, as far as the outlet makes cards.
 * @param articles the newest first
 */
export function articlesWithCards(
  articles: readonly Article[],
  { output: { cards } }: Pick<Site, 'output'>,
): Article[] {
  const among = cards === 'all' ? articles : articles.slice(0, cards === 'recent' ? RECENT : 0)
  return among.filter(({ image }) => !image)
}

/** Every card of the outlet, by its name. The cache is pruned of all other cards. */
export async function getCards(): Promise<Map<string, CardContent>> {
  const cards = new Map(
    (await getLanguages()).flatMap(({ edition, site }) => [
      ...(site.publisher.card ? [] : [named(outletCard(site))]),
      ...articlesWithCards(edition.articles, site).map((article) => cardOf(article, site)),
    ]),
  )
  if (audience === 'readers') cache.pruneExcept(cards.keys())
  return cards
}

type NamedCard = readonly [name: string, content: CardContent]

/** A name is a digest of the whole design, and a program that stays loaded asks for all of them again and again. */
const known = new WeakMap<Article, { site: Site; card: NamedCard }>()

function cardOf(article: Article, site: Site): NamedCard {
  const last = known.get(article)
  if (last?.site === site) return last.card
  const card = named(articleCard(article, site))
  known.set(article, { site, card })
  return card
}

function named(content: CardContent): NamedCard {
  return [nameOfCard(content), content]
}

/** A card as PNG. Only what readers may see is cached. */
export async function getCard(name: string, content: CardContent): Promise<Uint8Array> {
  if (audience !== 'readers') return drawCard(content)
  const cached = cache.get(name)
  if (cached) return cached.bytes
  const drawn = await drawCard(content)
  cache.put(name, drawn)
  return drawn
}

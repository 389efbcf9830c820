import { cacheFolder } from '#cache/caches.ts'
import { articleCard, nameOfCard, outletCard } from '#cards/card.ts'
import type { CardContent } from '#cards/design.ts'
import { drawCard } from '#cards/draw.ts'
import { cachesOf } from '#desk/caches.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { audience } from './audience.ts'
import { getLanguages } from './edition.ts'

const cache = cacheFolder('cards', cachesOf(newsroomFolder().root))

/** Every card of the outlet, by its name. The cache is pruned of all other cards. */
export async function getCards(): Promise<Map<string, CardContent>> {
  const contents = (await getLanguages()).flatMap(({ edition, site }) => [
    ...(site.publisher.card ? [] : [outletCard(site)]),
    ...edition.articles.filter(({ image }) => !image).map((article) => articleCard(article, site)),
  ])
  const cards = new Map(contents.map((content) => [nameOfCard(content), content]))
  if (audience === 'readers') cache.pruneExcept(cards.keys())
  return cards
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

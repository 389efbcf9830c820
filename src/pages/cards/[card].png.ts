import type { APIRoute, GetStaticPathsOptions } from 'astro'
import type { CardContent } from '#cards/design.ts'
import { getCard, getCards } from '#newsroom/cards.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'

/** What other sites show with a link to a page that has no picture. */
export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const cards = await getCards()
  // Its name tells all that it shows.
  return withCacheKeys(
    routePattern,
    [...cards].map(([card, content]) => ({ params: { card }, props: { card, content } })),
    ({ params }) => `cards/${params.card}`,
  )
}

export const GET: APIRoute<{ card: string; content: CardContent }> = async ({ props: { card, content } }) =>
  new Response(new Uint8Array(await getCard(card, content)), { headers: { 'Content-Type': 'image/png' } })

import { articleCardImage, outletImage, type SocialImage } from '#cards/card.ts'
import type { Article } from '#domain/article.ts'
import { cropped } from '#images/scaled.ts'
import { chromeFor } from '#i18n/chrome.ts'

/** Pixels: the least width that Google accepts for a picture of an article. */
export const SOCIAL_WIDTH = 1200

/**
 * The picture that other sites show with a link to an article: its own, or a card.
 * @param hasCard whether the card is the article's own, and not the outlet's
 */
export async function getSocialImage(article: Article, hasCard: boolean): Promise<SocialImage> {
  const { links, site } = chromeFor(article.lang)
  const own = await ownImage(article)
  return own ?? (hasCard ? articleCardImage(article, site, links) : outletImage(site, links))
}

/** The article's own picture as others show it. */
export async function ownImage({ image }: Article): Promise<SocialImage | undefined> {
  return image && { ...(await cropped(image, 16 / 9, SOCIAL_WIDTH)), alt: image.alt }
}

import satori from 'satori'
import sharp from 'sharp'
import { CARD_SIZE, cardDesign, type CardContent } from './design.ts'
import { type CardLook, look } from './look.ts'

/** Signs that devices draw as pictures, with what may follow: a tone of skin, the joint of two. */
const EMOJI =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{fe0f}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d}|\u{20e3}/gu

/**
 * A card as PNG. Emoji are left out of its words. A headline in letters that
 * the fonts don't have is left out whole, as boxes in their place would tell
 * less than the section and the outlet do; so is a section's name then.
 */
export async function drawCard(content: CardContent, as: CardLook = look): Promise<Uint8Array> {
  const { outlet, section, headline } = content
  const plain = {
    outlet: { name: withoutEmoji(outlet.name), tagline: withoutEmoji(outlet.tagline) },
    section: section && { ...section, name: withoutEmoji(section.name) },
    headline: headline && (withoutEmoji(headline) || undefined),
  }
  const svg =
    (await layOut(plain, as)) ??
    (await layOut({ ...plain, headline: undefined }, as)) ??
    (await layOut({ outlet: plain.outlet }, as)) ??
    (await layOut({ outlet: { name: '', tagline: '' } }, as))
  // Few colours: a palette makes the file a third, and more effort for it would be most of the work.
  const options = { palette: true, colours: 32, dither: 0, effort: 1 }
  return sharp(Buffer.from(svg ?? ''))
    .png(options)
    .toBuffer()
}

/** The card as SVG, its letters as outlines; undefined where the fonts lack one. */
async function layOut(content: CardContent, as: CardLook): Promise<string | undefined> {
  let isWhole = true
  const design = cardDesign(content, as)
  const svg = await satori(design as Parameters<typeof satori>[0], {
    ...CARD_SIZE,
    fonts: as.fonts,
    loadAdditionalAsset: () => {
      isWhole = false
      return Promise.resolve([])
    },
  })
  return isWhole ? svg : undefined
}

/** A text without the signs that the fonts have no letters for. */
export function withoutEmoji(text: string): string {
  return text.replace(EMOJI, '').replace(/\s+/g, ' ').trim()
}

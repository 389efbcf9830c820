import { z } from 'astro/zod'
import { address } from './field.ts'
import { sellers } from './machine-settings.ts'
import { count, destination, flag, publicFile, text } from './setting.ts'

/** Heights in CSS pixels, those that advertisements usually have. */
const HEIGHTS = [50, 90, 100, 250, 280, 400, 600] as const

const position = z.strictObject({
  /** Kept free for what a script puts there, from the first paint on; a picture is never shown taller. */
  height: z.literal([...HEIGHTS], `must be one of ${HEIGHTS.join(', ')}`),
  /** An advertisement of the outlet's own keeping; without it, `script` fills the place. */
  image: z
    .strictObject({
      src: publicFile,
      alt: text,
      /** Pixels of the file. */
      width: count(1, 4000),
      height: count(1, 4000),
      href: destination,
    })
    .optional(),
})

export const advertisingSchema = z
  .strictObject({
    /** Nothing stands anywhere until this is true. */
    enabled: flag.default(false),
    /** Above an article. */
    top: position.optional(),
    /** In its text, where that goes on after the paragraph. */
    inArticle: position.extend({ afterParagraph: count(1, 50).default(3) }).optional(),
    /** Beside it on a wide screen, after it on a narrow one. */
    beside: position.optional(),
    /** Below it, before what else there is to read. */
    under: position.optional(),
    /** Script of whoever serves the advertisements; it finds the places by `[data-ad="top"]` and so on. */
    script: address(['https'], 'must be an address such as "https://ads.example/show.js"').optional(),
    /** Other sites that the script loads from or shows frames of; a browser refuses it any that is not named. */
    origins: z
      .array(
        z
          .string()
          .regex(/^https:\/\/(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?$/, 'must be such as "https://cdn.ads.example"'),
      )
      .default([]),
    /** Who may sell the outlet's advertising, for ads.txt; without any, there is no such file. */
    sellers,
  })
  .superRefine((ads, ctx) => {
    for (const name of AD_POSITIONS) {
      if (ads[name] && !ads[name].image && !ads.script)
        ctx.addIssue({ code: 'custom', path: [name], message: 'must have an image, as no script fills it' })
    }
  })

const AD_POSITIONS = ['top', 'inArticle', 'beside', 'under'] as const

export type Advertising = z.output<typeof advertisingSchema>
export type AdPosition = (typeof AD_POSITIONS)[number]
export type Advertisement = z.output<typeof position>

/** Which positions an article has, and what stands in them; none where either the outlet or the article wants none. */
export function adsOf(
  ads: Advertising,
  article: { ads: boolean },
): Partial<Pick<Advertising, AdPosition | 'script'>> {
  if (!ads.enabled || !article.ads) return {}
  const { enabled: _enabled, origins: _origins, sellers: _sellers, script, ...positions } = ads
  // A script has nothing to do where every place is taken.
  const isWanted = Object.values(positions).some((position) => position && !position.image)
  return { ...positions, script: isWanted ? script : undefined }
}

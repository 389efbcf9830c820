import { z } from 'astro/zod'
import { withdrawalSchema } from '#domain/correction.ts'
import { distinct, line, moment, nameOf, slugOf } from '#domain/field.ts'
import { pictureSchema, type SchemaContext } from '#domain/picture-schema.ts'

export const LIVE_STATES = ['upcoming', 'live', 'ended'] as const

/** Front matter by which an article is live coverage: its state, and the moments between which its entries lie. */
export function liveSchema(timeZone: string) {
  return z
    .strictObject(
      {
        state: z.enum(LIVE_STATES, `must be one of ${LIVE_STATES.join(', ')}`),
        from: moment(timeZone),
        until: moment(timeZone).optional(),
      },
      'must be { state, from }, with an optional until',
    )
    .superRefine(({ from, until }, ctx) => {
      if (until && until < from)
        ctx.addIssue({ code: 'custom', path: ['until'], message: 'must not be before from' })
    })
}

/** Front matter of an entry, `live/*.md` beside an article. All of it may be left out where the file's name says when. */
export function entrySchema<Image extends z.ZodType>({ image, timeZone }: SchemaContext<Image>) {
  return z.strictObject({
    /** The live coverage that it belongs to, where it does not lie beside that. */
    coverage: slugOf('articles/').optional(),
    at: moment(timeZone).optional(),
    title: line(200).optional(),
    authors: distinct(slugOf('src/content/authors/')).default([]),
    /** Whether it is among the key events. */
    key: z.boolean('must be true or false').default(false),
    /** Whether it stands above the others. */
    pinned: z.boolean('must be true or false').default(false),
    image: pictureSchema(image).optional(),
    updatedAt: moment(timeZone).optional(),
    draft: z.boolean('must be true or false').default(false),
    /** The article that came of it. */
    article: nameOf('articles/').optional(),
    withdrawn: withdrawalSchema(timeZone).optional(),
  })
}

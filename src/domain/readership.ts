import { z } from 'astro/zod'

/** Views of each article in each hour: `{ articles: { slug: { "2025-07-05T03:00:00Z": 12 } } }`. */
export const readershipSchema = z.strictObject({
  articles: z.record(z.string(), z.record(z.iso.datetime(), z.int().nonnegative())),
})

export type Readership = z.output<typeof readershipSchema>

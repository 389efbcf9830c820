import { z } from 'astro/zod'
import { articleSchema } from '#domain/schema.ts'
import type { Site } from '#domain/site.ts'

const SOUND = { title: '-', description: '-', category: 'x', authors: ['x'], publishedAt: '2025-07-04' }

/** What the schema of an article's front matter says of one field's value, "must …"; undefined when it is sound. */
export function faultIn(field: string, value: unknown, { timeZone }: Site): string | undefined {
  const schema = articleSchema({ image: () => z.string(), timeZone })
  const { error } = schema.safeParse({ ...SOUND, [field]: value })
  return error?.issues.find(({ path }) => path[0] === field)?.message
}

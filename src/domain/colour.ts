import { z } from 'astro/zod'

/** A colour as the outlet's files write it: one form, which arithmetic, satori and browsers read alike. */
export const colour = z
  .string('must be a colour such as "#a3161a"')
  .regex(/^#[\da-f]{6}$/i, { error: 'must be a colour such as "#a3161a"', abort: true })

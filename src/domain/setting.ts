import { z } from 'astro/zod'
import { addressFault } from './missing-scheme.ts'

/** The kinds of values that the settings of an outlet have, each saying what it "must" be. */
export const text = z.string().trim().min(1, 'must not be empty')

export const flag = z.boolean('must be true or false')

export const count = (least: number, most: number) =>
  z
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)

export const webAddress = z.url({
  protocol: /^https?$/,
  error: addressFault('must be an address such as "https://warta.example/"'),
})

/** A file of `public/`, by its path from there. */
export const publicFile = z.string().startsWith('/', 'must start with "/": a file of public/')

/** A path of this site, or a web address. */
export const destination = z.string().regex(/^(\/(?!\/)|https?:\/\/)/, {
  error: addressFault('must be a path such as "/about/" or an address with https://'),
})

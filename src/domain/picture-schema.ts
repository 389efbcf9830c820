import { z } from 'astro/zod'
import { line } from './field.ts'

/** What differs between a check on disk and Astro's store: an image is a path in the one, a file's metadata in the other. */
export interface SchemaContext<Image extends z.ZodType> {
  image: () => Image
  /** IANA zone for dates that name none. */
  timeZone: string
}

/** Of a picture's width or height. */
const percent = z
  .number('must be a number from 0 to 100')
  .min(0, 'must be 0 or more')
  .max(100, 'must be 100 or less')

/** The picture of an article or an entry, with what is said of it. */
export function pictureSchema<Image extends z.ZodType>(image: () => Image) {
  return z.strictObject(
    {
      src: image(),
      alt: line(400),
      caption: line(600).optional(),
      credit: line(200).optional(),
      focus: z.strictObject({ x: percent, y: percent }, 'must be { x, y }').optional(),
    },
    'must be { src, alt }, with an optional caption, credit and focus',
  )
}

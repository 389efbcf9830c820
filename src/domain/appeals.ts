import { z } from 'astro/zod'
import { destination, longText, text, webAddress } from './setting.ts'
import { isPlain } from './written-text.ts'

/** A box that offers a newsletter: a plain form, sent to whoever keeps the list. */
export const newsletterSchema = z
  .strictObject({
    title: text,
    text: longText,
    /** Where the form goes: the address that the provider gives for a form of one's own. */
    action: webAddress,
    method: z.enum(['post', 'get'], 'must be "post" or "get"').default('post'),
    /** The provider's name for the field with the address. */
    field: text.default('email'),
    /** What else the provider wants to be sent, unseen: a list's number, say. */
    hidden: z
      .record(
        text,
        z.string('must be text: put it in quotes').refine(isPlain, 'must not hold control characters'),
      )
      .default({}),
  })
  .refine(({ method, action }) => method !== 'get' || !action.includes('?'), {
    path: ['action'],
    message: 'must not have a ? with the method "get": name those values in "hidden"',
  })

/** A box that asks readers for their support. */
export const supportSchema = z.strictObject({
  title: text,
  text: longText,
  link: z.strictObject({ label: text, href: destination }),
})

export type Newsletter = z.output<typeof newsletterSchema>
export type Support = z.output<typeof supportSchema>

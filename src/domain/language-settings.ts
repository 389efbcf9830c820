import { z } from 'astro/zod'
import { newsletterSchema, supportSchema } from './appeals.ts'
import { canonicalLanguage, isLanguage } from './language.ts'
import { menuDestination, text } from './setting.ts'
import { isSlug } from './slug.ts'

/** A BCP 47 tag. */
export const languageTag = z
  .string('must be text: put it in quotes')
  .refine(isLanguage, 'must be a language such as "en" or "id"')
  .transform(canonicalLanguage)

const link = z.strictObject({ label: text, href: menuDestination })

/** The navigation: category slugs, or a label with an address on this site. */
export const menuSchema = z.array(
  z.union(
    [z.string().refine(isSlug, 'must be a slug: lower-case letters, digits and hyphens'), link],
    'must be a category slug, or { label, href }',
  ),
)

export const footerLinksSchema = z.array(link)

/** The languages in which an outlet publishes beside its main one; `languages.ts` says what each of them has. */
export const languageSettings = z
  .array(
    z.strictObject({
      /** BCP 47 language of its chrome, and of the articles in it. */
      locale: languageTag,
      /** The folder of its addresses: "en" for `/en/`. */
      path: z
        .string('must be text: put it in quotes')
        .regex(
          /^[a-z][a-z\d]*(-[a-z\d]+)*$/,
          'must be a folder such as "en": small letters, digits, hyphens',
        ),
      /** Each of these stands in the place of the outlet's own of that name. */
      name: text.optional(),
      tagline: text.optional(),
      menu: menuSchema.optional(),
      footerLinks: footerLinksSchema.optional(),
      newsletter: newsletterSchema.optional(),
      support: supportSchema.optional(),
    }),
    'must be a list of { locale, path }',
  )
  .superRefine((languages, ctx) => {
    for (const key of ['locale', 'path'] as const) {
      const seen = new Set<string>()
      for (const [i, { [key]: value }] of languages.entries()) {
        if (seen.has(value))
          ctx.addIssue({ code: 'custom', path: [i, key], message: 'must not be that of two languages' })
        seen.add(value)
      }
    }
  })
  .default([])

/** What an outlet says of itself, and may say in each of its languages. */
export const OWN_WORDS = ['name', 'tagline', 'menu', 'footerLinks', 'newsletter', 'support'] as const
export type OwnWord = (typeof OWN_WORDS)[number]

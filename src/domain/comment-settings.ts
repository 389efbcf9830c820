import { z } from 'astro/zod'
import { address } from './field.ts'
import { longText, place, text } from './setting.ts'

const giscus = z.strictObject({
  /** The public GitHub repository whose discussions hold the comments, as `owner/name`. */
  repo: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'must be a repository such as "outlet/comments"'),
  repoId: text,
  category: text,
  categoryId: text,
})

/** The config's `comments`. */
export const commentSettings = z
  .strictObject({
    /** `waline`: a server of the outlet's own; `giscus`: GitHub's discussions, at the reader's request; or `none`. */
    provider: z.enum(['none', 'waline', 'giscus'], 'must be "none", "waline" or "giscus"').default('none'),
    /** Where readers' browsers reach the Waline server. */
    server: address(['http', 'https'], 'must be an address such as "https://comments.example/"')
      .transform((url) => (url.endsWith('/') ? url : `${url}/`))
      .optional(),
    giscus: giscus.optional(),
    /** Days after an article's publication from which it takes no more comments; without one, it always does. */
    closeAfterDays: z
      .int('must be a whole number from 1 to 3650')
      .min(1, 'must be at least 1')
      .max(3650, 'must be at most 3650')
      .optional(),
    /** Where those reach the newsroom whose browser runs no scripts, and so no form: a page of the site, or an address. */
    contact: place(
      ['http', 'https', 'mailto'],
      'must be a page such as "/contact/", or an address',
    ).optional(),
    /** The outlet's rules for comments, shown above the form. */
    policy: longText.optional(),
  })
  .refine(({ provider, server }) => provider !== 'waline' || server !== undefined, { path: ['server'] })
  .refine(({ provider, giscus }) => provider !== 'giscus' || giscus !== undefined, { path: ['giscus'] })
  .prefault({})

export type CommentSettings = z.output<typeof commentSettings>

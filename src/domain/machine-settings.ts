import { z } from 'astro/zod'
import { address } from './field.ts'
import { flag, text, webAddress } from './setting.ts'

/** What AI companies' crawlers may do, each switch for one purpose; false asks them to stay away. */
export const crawlerSettings = z
  .strictObject({
    /** Gather articles to train models. */
    training: flag.default(false),
    /** Index them, to answer with a link. */
    search: flag.default(true),
    /** Fetch one that a reader of theirs asks about. */
    userFetch: flag.default(true),
  })
  .prefault({})

export type CrawlerPolicy = z.output<typeof crawlerSettings>

/** Who may sell the outlet's advertising: a line each of ads.txt. */
export const sellers = z
  .array(
    z.strictObject(
      {
        /** Of the exchange, `google.com` say. */
        domain: z.string().regex(/^([a-z\d-]+\.)+[a-z]{2,}$/, 'must be a domain such as "google.com"'),
        account: z.string().regex(/^[^\s,#\p{C}]+$/u, 'must be an account, without blanks or commas'),
        relationship: z.enum(['DIRECT', 'RESELLER'], 'must be "DIRECT" or "RESELLER"'),
        /** The exchange's identifier at a certification authority. */
        authority: z
          .string()
          .regex(/^[^\s,#\p{C}]+$/u, 'must be an identifier, without blanks or commas')
          .optional(),
      },
      'must be { domain, account, relationship }',
    ),
  )
  .default([])

export type Seller = z.output<typeof sellers>[number]

/** For those who have found a hole: security.txt. */
export const securitySettings = z.strictObject({
  /** The way that is preferred comes first. */
  contact: z
    .array(address(['https', 'mailto', 'tel'], 'must be an address such as "mailto:it@warta.example"'))
    .min(1, 'must name at least one address'),
  /** How the outlet deals with such reports. */
  policy: webAddress.optional(),
  /** Languages that it understands; without any, those of the site. */
  languages: z.array(text).optional(),
})

export type SecuritySettings = z.output<typeof securitySettings>

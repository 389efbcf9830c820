import { z } from 'astro/zod'
import { count, webAddress } from './setting.ts'

/** Feeds, and who is notified when they change. */
export const feedSettings = z.strictObject({
  /** Articles on a tag from which it has feeds of its own. */
  tagMinimum: count(1, 1000).default(5),
  /** Newest articles in the feed of a tag: of tags there are many, and each has its feeds. */
  tagItems: count(1, 500).default(10),
  /**
   * Host in the ids of articles, where it is not that of `url`: an outlet that moves to another
   * domain puts its old one here, so that no feed reader shows every article again.
   */
  idHost: z
    .string()
    .regex(/^[a-z\d.-]+$/, 'must be a host such as "warta.example", in small letters')
    .optional(),
  /** WebSub hubs, which pass new articles on at once. Every feed names them, and `news ping` notifies them. */
  hubs: z.array(webAddress).default([]),
})

/** Search engines that learn from IndexNow which pages have changed. */
export const indexNowSettings = z.strictObject({
  /** Chosen by the outlet; served as `/{key}.txt`, which proves that the site is its own. */
  key: z.string().regex(/^[a-zA-Z\d-]{8,128}$/, 'must have 8 to 128 letters, digits and hyphens'),
  endpoint: webAddress.default('https://api.indexnow.org/indexnow'),
})

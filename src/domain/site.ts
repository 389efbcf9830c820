import { z } from 'astro/zod'
import { advertisingSchema } from './advertising.ts'
import { newsletterSchema, supportSchema } from './appeals.ts'
import { commentSettings } from './comment-settings.ts'
import { feedSettings, indexNowSettings } from './feed-settings.ts'
import { HOST_NAMES } from './host.ts'
import { knownKeys } from './known-keys.ts'
import { footerLinksSchema, languageSettings, languageTag, menuSchema } from './language-settings.ts'
import { crawlerSettings, securitySettings } from './machine-settings.ts'
import { renamedSetting } from './renamed-settings.ts'
import { type Output, outputFor, outputSettings } from './output-settings.ts'
import { parseSettings } from './setting-faults.ts'
import { count, flag, publicFile, text, webAddress } from './setting.ts'
import { isSlug } from './slug.ts'
import { webDeskSettings } from './web-desk-settings.ts'
import { isTimeZone } from './zoned-time.ts'

const slug = z.string().refine(isSlug, 'must be a slug: lower-case letters, digits and hyphens')

const settings = z.strictObject({
  /** The outlet's name, as on the masthead. */
  name: text,
  /** A few words under the name; also the home page's description. */
  tagline: text,
  /** Where the site will be served, with the path if it has one: every absolute address starts with it. */
  url: webAddress
    .refine((url) => !/[?#]/.test(url), 'must have neither ? nor #')
    .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), 'must name no user: every page would tell of it')
    .refine(
      (url) => /^(\/[a-z\d][\w.~-]*)*\/?$/i.test(new URL(url).pathname),
      'must have a path of plain letters, digits and hyphens, such as /daily/',
    )
    .transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  /** BCP 47 language of the chrome: menus, labels, dates. The program has texts in `id` and `en`, others stand in `src/texts/`. */
  locale: languageTag.default('id'),
  /** IANA zone in which dates without a zone are read and all dates are shown. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as "Asia/Jakarta"')
    .default('Asia/Jakarta'),
  /** BCP 47 language of articles that do not name their own. */
  articleLanguage: languageTag.default('en'),
  /** Further languages, each with a chrome and lists of its own below a folder of its own. */
  languages: languageSettings,
  /** The navigation: category slugs, or a label with an address on this site. */
  menu: menuSchema.default([]),
  /** The foot of every page, beside the menu. */
  footerLinks: footerLinksSchema.default([]),
  frontPage: z
    .strictObject({
      /** Top stories beside the lead. */
      topStories: count(0, 12).default(4),
      /** Days after which a `priority` in front matter wears off, counted from the newest article. */
      priorityDays: count(1, 365).default(7),
      /** One block for each, in this order. */
      sections: z.array(z.strictObject({ category: slug, articles: count(1, 12).default(4) })).default([]),
    })
    .prefault({}),
  pageSize: z
    .strictObject({
      /** Articles on a page of a category, tag, author or month. */
      list: count(1, 100).default(12),
      /** Entries on a page of live coverage. */
      live: count(1, 100).default(20),
      /** Newest articles in a feed. */
      feed: count(1, 500).default(30),
      related: count(0, 12).default(5),
      trending: count(1, 20).default(5),
      /** Of each list of the trending page. */
      mostRead: count(1, 50).default(10),
      ticker: count(1, 20).default(6),
    })
    .prefault({}),
  feeds: feedSettings.prefault({}),
  /** Without it, no search engine is notified of changes. */
  indexNow: indexNowSettings.optional(),
  publisher: z
    .strictObject({
      /** Legal name, where it differs from `name`. */
      name: text.optional(),
      /** A raster logo in `public/`, for feeds and search engines. */
      logo: publicFile.default('/logo.png'),
      /** A picture of 1200 x 630 pixels in `public/` for links to pages without one; absent, a card is drawn. */
      card: publicFile.optional(),
    })
    .prefault({}),
  /** The outlet's own accounts. */
  socials: z.array(z.strictObject({ label: text, url: webAddress })).default([]),
  search: z
    .strictObject({
      /** Articles of one index, but for those of a month with more: fewer are indexed sooner, and cost a search more requests. */
      articlesPerIndex: count(1, 100_000).default(300),
      /** The newest articles, among which every search looks; beyond them when a reader asks for older ones. */
      articlesAtFirst: count(1, 1_000_000).default(2000),
    })
    .prefault({}),
  trending: z
    .strictObject({
      /** Hours after which a view counts half. */
      halfLifeHours: z.number().positive('must be more than 0').default(36),
      /** Articles read below which a list is headed "latest", not "trending". */
      minimumArticles: count(1, 20).default(3),
      /** Days after publication when an article leaves the trending lists. */
      maxAgeDays: count(1, 36_500).default(14),
      /** Days for which views are kept; the month's list needs 30. */
      keepDays: count(2, 366).default(31),
    })
    .prefault({}),
  /** Whether the build puts a brotli and a gzip of each text beside it: for a server of one's own, not for a host that compresses. */
  precompressed: flag.default(false),
  /** Advertising beside articles; `ads: false` in front matter keeps it away from one. */
  ads: advertisingSchema.prefault({}),
  /** At the foot of every article; absent, there is no such box. */
  newsletter: newsletterSchema.optional(),
  /** Beside the newsletter; absent, there is no such box. */
  support: supportSchema.optional(),
  publish: z
    .strictObject({
      /** Percent of the pages, and of the articles, that may be gone since the last publication; beyond it a build must be told so. */
      maxLoss: z.number().min(0, 'must be 0 or more').max(100, 'must be 100 or less').default(5),
      /** Where the site is published: a build stops before it makes what that host would refuse. */
      host: z.enum(HOST_NAMES, `must be one of ${HOST_NAMES.join(', ')}`).default('own'),
    })
    .prefault({}),
  /** What is left out of the site, for hosts that take few files. */
  output: outputSettings,
  /** What robots.txt asks of AI companies. */
  aiCrawlers: crawlerSettings,
  /** Where to report a hole; absent, there is no security.txt. */
  security: securitySettings.optional(),
  /** Who takes readers' comments; an article's `comments: false` takes them from it. */
  comments: commentSettings,
  /** A desk in the browser for authors, at `/admin/`; absent, no build has one. */
  webDesk: webDeskSettings.optional(),
})

const siteSchema = settings.superRefine(({ locale, languages }, ctx) => {
  const again = languages.findIndex((language) => language.locale === locale)
  if (again === -1) return
  const message = 'must not be that of the outlet itself, which lies at the root: take the entry out'
  ctx.addIssue({ code: 'custom', path: ['languages', again, 'locale'], message })
})

/** The keys of a config. */
export const SETTINGS: readonly string[] = knownKeys(siteSchema, [])

export type SiteInput = z.input<typeof siteSchema>
export type Site = Omit<z.output<typeof siteSchema>, 'output'> & { output: Output }

/** Types `site.config.ts` while it is written; `parseSite` checks it. */
export function defineSite(site: SiteInput): SiteInput {
  return site
}

/**
 * A checked config with every default filled in.
 * @throws SettingsError, of setting-faults.ts
 */
export function parseSite(input: unknown, file = 'src/site.config.ts'): Site {
  const { output, ...site } = parseSettings(siteSchema, input, {
    ...{ file, whole: 'the config', renamed: tellRenamed },
  })
  return { ...site, output: outputFor(site.publish.host, output) }
}

function tellRenamed(path: readonly PropertyKey[]): string | undefined {
  const renamed = renamedSetting(path)
  if (!renamed) return undefined
  const name = [...renamed.within, renamed.to].join('.')
  return `"${path.join('.')}" is called "${name}" since version ${renamed.since}.`
}

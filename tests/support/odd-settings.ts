import { HOST_NAMES } from '#domain/host.ts'
import fc from 'fast-check'
import type { SiteInput } from '#domain/site.ts'
import { address, language, maybe, words } from './odd-values.ts'

/** The value of one key of a config, in JSON; of a key that holds a list, one item of it. */
export interface OddSetting {
  kind: 'setting'
  slug: keyof SiteInput
  text: string
}

const OF_EACH = 8
const LISTS: ReadonlySet<string> = new Set<keyof SiteInput>(['menu', 'footerLinks', 'socials'])

const CATEGORIES = ['city', 'sport', 'world', 'nowhere']
const category = fc.constantFrom(...CATEGORIES)
const PLACES = [
  '/',
  '/city/',
  '/about/',
  '/archive/#2025',
  '/nowhere/',
  '/%',
  '/a b',
  '//a.example/',
  '/\\a.example',
]
const destination = fc.oneof(
  fc.constantFrom(...PLACES, '#', '#a', '#a b', 'mailto:a@b.example?subject=%E9', 'tel:+62-21', 'about/'),
  address,
)
const file = fc.constantFrom(
  ...['/logo.png', '/favicon.svg', '/favicon.ico', '/house-ad.png', '/house%2Dad.png'],
  ...['/nowhere.png', '/../logo.png', '/%2e%2e/logo.png', '//logo.png', '/logo.png?1', '/%E9.png'],
)
const whole = (min: number, max: number) => fc.integer({ min, max })
const link = fc.record({ label: words(500), href: destination })
const position = fc.record({
  height: fc.constantFrom(50, 90, 600),
  image: maybe(
    fc.record({
      src: file,
      alt: words(500),
      width: whole(1, 4000),
      height: whole(1, 4000),
      href: destination,
    }),
  ),
})
const sign = fc.stringMatching(/^[!-~é]{1,20}$/)
const waline = fc.record({
  provider: fc.constant('waline'),
  server: address,
  closeAfterDays: maybe(whole(1, 3650)),
  contact: maybe(destination),
  policy: maybe(words(5000)),
})
const giscus = fc.record({
  provider: fc.constant('giscus'),
  giscus: fc.record({
    repo: fc.constantFrom('a/b', '../..', '.-_/0'),
    repoId: words(500),
    category: words(500),
    categoryId: words(500),
  }),
})

/** Lists are short and numbers are small where what a build makes of them takes its time, and tells nothing more. */
const VALUES: { [Key in keyof Required<SiteInput>]: fc.Arbitrary<unknown> } = {
  name: words(500),
  tagline: words(500),
  url: fc.oneof(
    fc.constantFrom(
      ...['https://odd.example', 'https://odd.example/a/b', 'https://odd.example:8443/%C3%BC/'],
      ...[
        'https://пример.example/новости/',
        'https://u:p@odd.example/',
        'http://[::1]/a%20b/',
        'https://odd.example/%',
      ],
      ...[
        'https://odd.example/a//b/',
        'https://odd.example/../a/',
        'https://odd.example/city/',
        'https://odd.example/?',
      ],
    ),
    fc.webUrl(),
  ),
  locale: fc.oneof(fc.constantFrom('id', 'en', 'en-GB', 'id-u-nu-arab', 'en-u-ca-persian'), language),
  timeZone: fc.constantFrom(
    'UTC',
    'Etc/GMT+12',
    'Pacific/Apia',
    'asia/jakarta',
    'Africa/Monrovia',
    '+05:30',
    'Mars',
  ),
  articleLanguage: language,
  languages: fc.array(
    fc.record({
      locale: language,
      path: fc.oneof(fc.constantFrom('en', 'city', 'archive', 'page', '2025', '..', 'a/b', ''), words(20)),
      name: maybe(words(500)),
      footerLinks: maybe(fc.array(link, { maxLength: 2 })),
    }),
    { maxLength: 3 },
  ),
  menu: fc.oneof(category, link),
  footerLinks: link,
  frontPage: fc.record({
    topStories: maybe(whole(0, 12)),
    priorityDays: maybe(whole(1, 365)),
    sections: maybe(fc.array(fc.record({ category, articles: maybe(whole(1, 12)) }), { maxLength: 3 })),
  }),
  pageSize: fc.record({
    list: maybe(whole(6, 100)),
    feed: maybe(fc.constantFrom(1, 30, 500)),
    related: maybe(whole(0, 12)),
    trending: maybe(whole(1, 20)),
    mostRead: maybe(whole(1, 50)),
    ticker: maybe(whole(1, 20)),
  }),
  feeds: fc.record({
    tagMinimum: maybe(fc.constantFrom(3, 1000)),
    tagItems: maybe(whole(1, 20)),
    idHost: maybe(fc.constantFrom('old.example', 'a', '-.-', '..', '[::1]')),
    hubs: maybe(fc.array(address, { maxLength: 3 })),
  }),
  indexNow: fc.record({ key: fc.stringMatching(/^[a-zA-Z\d-]{8,128}$/), endpoint: maybe(address) }),
  publisher: fc.record({ name: maybe(words(500)), logo: maybe(file), card: maybe(file) }),
  socials: fc.record({ label: words(500), url: address }),
  search: fc.record({
    articlesPerIndex: maybe(fc.constantFrom(50, 300, 100_000)),
    articlesAtFirst: maybe(whole(1, 1_000_000)),
  }),
  trending: fc.record({
    halfLifeHours: maybe(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
    minimumArticles: maybe(whole(1, 20)),
    maxAgeDays: maybe(whole(1, 36_500)),
    keepDays: maybe(whole(2, 366)),
  }),
  precompressed: fc.boolean(),
  ads: fc.record({
    enabled: fc.boolean(),
    top: maybe(position),
    inArticle: maybe(position),
    beside: maybe(position),
    under: maybe(position),
    script: maybe(address),
    origins: maybe(
      fc.subarray(['https://*.ads.example', 'https://a', 'https://-', 'https://a.example:99999']),
    ),
    sellers: maybe(
      fc.array(
        fc.record({
          domain: fc.constantFrom('google.com', 'a.b.example', 'localhost'),
          account: sign,
          relationship: fc.constantFrom('DIRECT', 'RESELLER'),
          authority: maybe(sign),
        }),
        { maxLength: 3 },
      ),
    ),
  }),
  newsletter: fc.record({
    title: words(500),
    text: words(5000),
    action: address,
    method: maybe(fc.constantFrom('get', 'post')),
    field: maybe(words(500)),
    hidden: maybe(fc.dictionary(words(500), fc.string({ unit: 'binary', maxLength: 8 }), { maxKeys: 3 })),
  }),
  support: fc.record({ title: words(500), text: words(5000), link }),
  output: maybe(
    fc.record(
      {
        tagFeeds: fc.boolean(),
        tagPagesFrom: fc.integer({ min: 1, max: 5 }),
        cards: fc.constantFrom('all', 'recent', 'none'),
        markdown: fc.boolean(),
        searchFragments: fc.constantFrom('single', 'grouped'),
      },
      { requiredKeys: [] },
    ),
  ),
  publish: fc.record({
    maxLoss: fc.double({ min: 0, max: 100, noNaN: true }),
    host: fc.constantFrom(...HOST_NAMES),
  }),
  aiCrawlers: fc.record({ training: fc.boolean(), search: fc.boolean(), userFetch: fc.boolean() }),
  security: fc.record({
    contact: fc.array(fc.oneof(address, fc.constantFrom('mailto:it@odd.example', 'tel:1')), { maxLength: 2 }),
    policy: maybe(address),
    languages: maybe(fc.array(words(500), { maxLength: 2 })),
  }),
  comments: fc.oneof(waline, giscus),
  webDesk: fc.record({
    backend: fc.constantFrom('github', 'gitlab', 'gitea'),
    repo: fc.constantFrom('a/b', 'a/b/c', '../..'),
    branch: maybe(words(500)),
    apiRoot: maybe(address),
    baseUrl: maybe(address),
    appId: maybe(words(500)),
    review: maybe(fc.boolean()),
  }),
}

/** Some settings for every key of a config, the same for the same seed. */
export function oddSettings(seed: number): OddSetting[] {
  return (Object.keys(VALUES) as (keyof SiteInput)[]).flatMap((slug) =>
    fc
      .sample(VALUES[slug], { numRuns: OF_EACH, seed })
      .map((value) => ({ kind: 'setting' as const, slug, text: JSON.stringify(value) })),
  )
}

/** Of those for one key the first, as the others may yet take its place; of a list all. */
export function usedOf(settings: readonly OddSetting[]): OddSetting[] {
  return settings.filter(
    (setting) => LISTS.has(setting.slug) || setting === settingAt([setting.slug], settings),
  )
}

/** A config in which these settings stand in place of those that a sound one has. */
export function configWith(settings: readonly OddSetting[], sound: SiteInput): SiteInput {
  const given: Partial<Record<string, unknown>> = {}
  for (const { slug, text } of usedOf(settings)) {
    const value: unknown = JSON.parse(text)
    given[slug] = LISTS.has(slug) ? [...((given[slug] as unknown[]) ?? []), value] : value
  }
  return { ...sound, ...given }
}

/** The setting that stands at a path of the config made of these. */
export function settingAt(
  [slug, i]: readonly (PropertyKey | undefined)[],
  settings: readonly OddSetting[],
): OddSetting | undefined {
  const own = settings.filter((setting) => setting.slug === slug)
  return typeof slug === 'string' && LISTS.has(slug) ? own[Number(i)] : own[0]
}

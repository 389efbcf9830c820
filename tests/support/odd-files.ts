import fc from 'fast-check'
import { slugify } from '#domain/slug.ts'
import { HOSTILE_PIECES } from './hostile-pieces.ts'
import { address, aliasOf, language, maybe, moment, words } from './odd-values.ts'

/** The text of one file, by the kind of file that it is. */
export type OddFile = { kind: keyof typeof KINDS; slug: string; text: string }

/** Names that languages, servers and file systems have a use for. */
const NAMES = [
  'constructor',
  'tostring',
  'valueof',
  '404',
  'index',
  'con',
  'nul',
  '0',
  '-1',
  'page',
  'rss',
  'a',
]
const body = fc.oneof(
  fc.constant('Words.'),
  fc
    .array(fc.oneof(words(100), fc.constantFrom(...HOSTILE_PIECES)), { minLength: 1, maxLength: 8 })
    .map((parts) => `Words.\n\n${parts.join('\n\n')}`.toWellFormed()),
)

const CATEGORIES = ['city', 'sport', 'world']
const AUTHORS = ['ana', 'budi', '007']

/** A record that is sound but for some fields. */
function odd<T extends object>(
  sound: object,
  fields: { [K in keyof T]: fc.Arbitrary<T[K]> },
  atMost: number,
) {
  const keys = Object.keys(fields) as (keyof T)[]
  return fc
    .tuple(fc.subarray(keys, { minLength: 1, maxLength: atMost }), fc.record<T>(fields))
    .map(([chosen, values]) => ({ ...sound, ...Object.fromEntries(chosen.map((key) => [key, values[key]])) }))
}

const SOUND = {
  title: 'A title',
  description: 'A description',
  category: 'city',
  authors: ['ana'],
  publishedAt: '2025-06-20T08:00',
}

const article = odd(
  SOUND,
  {
    title: words(200),
    description: words(400),
    category: fc.constantFrom(...CATEGORIES),
    authors: fc.subarray(AUTHORS, { minLength: 1 }),
    publishedAt: moment,
    updatedAt: moment,
    tags: fc.array(words(60), { maxLength: 3 }),
    lang: language,
    draft: fc.boolean(),
    priority: fc.constantFrom('lead', 'top'),
    aliases: fc.array(aliasOf, { maxLength: 2 }),
    id: fc.oneof(words(300), address, fc.constantFrom('urn:x:1', 'tag:a,2025:b')),
    comments: fc.boolean(),
    ads: fc.boolean(),
    kind: fc.constantFrom('news', 'opinion', 'analysis', 'sponsored'),
    contributors: fc.array(
      fc.record({ name: words(100), role: fc.constantFrom('reporter', 'editor', 'photographer', 'source') }),
      { maxLength: 2 },
    ),
    series: fc.record({ slug: fc.constant('far-away'), part: fc.integer({ min: 1, max: 9999 }) }),
    corrections: fc.array(fc.record({ at: moment, note: words(1000) }), { maxLength: 2 }),
    withdrawn: fc.record({ at: moment, reason: words(1000) }),
  },
  6,
).chain((fields) => body.map((body) => markdown(fields, body)))

const author = fc
  .record({
    name: words(100),
    role: maybe(words(100)),
    bio: maybe(words(1000)),
    verified: maybe(fc.boolean()),
    links: maybe(fc.array(fc.record({ label: words(60), url: address }), { maxLength: 3 })),
  })
  .map(yaml)

const category = fc
  .record({
    name: words(60),
    description: maybe(words(400)),
    order: maybe(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())),
    colour: maybe(fc.constantFrom('#000000', '#A3161A', '#123abc')),
    aliases: maybe(fc.array(aliasOf, { maxLength: 2 })),
  })
  .map(yaml)

const series = fc.record({ title: words(120), description: words(400) }).map(yaml)

const page = fc
  .record({
    title: words(200),
    description: words(400),
    lang: maybe(language),
    draft: maybe(fc.boolean()),
    aliases: maybe(fc.array(aliasOf, { maxLength: 2 })),
  })
  .chain((fields) => body.map((body) => markdown(fields, body)))

/** Beside an article that has a comments file of its own. */
const comments = fc
  .array(
    fc.record({
      name: words(100),
      site: maybe(address),
      at: moment.map((text) => (/Z$/.test(text) ? text : `${text.slice(0, 10)}T00:00:00+07:00`)),
      text: words(1000),
      parent: maybe(fc.nat({ max: 5 })),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    JSON.stringify(
      list.map(({ parent, ...rest }, i) => ({
        id: `c${i}`,
        ...rest,
        ...(parent !== undefined && parent < i && { parent: `c${parent}` }),
      })),
    ),
  )

/** Views of one article; the files of a newsroom are put together in one. */
const readership = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom('2025-06-30T03:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:00:00Z'),
      fc
        .date({ min: new Date('2025-06-01T00:00Z'), max: new Date('2025-07-02T00:00Z'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    ),
    fc.oneof(fc.nat(), fc.maxSafeNat()),
    { maxKeys: 4 },
  )
  .map((views) => JSON.stringify(views))

const KINDS = { article, author, category, series, page, comments, readership }

const slugs = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
  {
    weight: 4,
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => slugify(text)),
  },
)

/** Files of every kind, the same for the same seed; a name of each is its own. */
export function oddFiles(count: number, seed: number): OddFile[] {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[]
  // As often as an outlet has them, nearly.
  const kindOf = (i: number) => (i % 2 === 0 ? 'article' : (kinds[(i >> 1) % kinds.length] ?? 'article'))
  const names = fc.sample(slugs, { numRuns: count, seed })
  const texts = Object.fromEntries(
    kinds.map((kind) => [kind, fc.sample<string>(KINDS[kind], { numRuns: count, seed })]),
  )
  const used = new Set<string>()
  return names.map((name, i) => {
    const kind = kindOf(i)
    const wanted = name === '' ? `n${i}` : name
    const slug = used.has(wanted) ? `${wanted}-${i}`.slice(-200) : wanted
    used.add(slug)
    return { kind, slug, text: texts[kind]?.[i] ?? '' }
  })
}

function yaml(fields: Record<string, unknown>): string {
  // JSON is YAML, and tells half a character by its number.
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field}: ${JSON.stringify(value)}\n`)
    .join('')
}

function markdown(fields: Record<string, unknown>, body: string): string {
  return `---\n${yaml(fields)}---\n${body}\n`
}

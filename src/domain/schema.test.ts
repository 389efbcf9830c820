import { z } from 'astro/zod'
import { describe, expect, test } from 'vitest'
import { articleSchema, authorSchema, categorySchema, pageSchema, seriesSchema } from './schema.ts'

const image = () => z.string('must be the path of an image')
const schema = articleSchema({ image, timeZone: 'Asia/Jakarta' })

const LEAST = {
  title: 'Xi and Putin meet in Moscow',
  description: 'A joint statement after nearly four hours of talks',
  category: 'politics',
  authors: ['ratna-wulandari'],
  publishedAt: '2025-05-08T22:40',
}
const LATER = { at: '2026-01-01', note: 'x' }
const DATE = 'must be a date that exists, such as 2025-07-04T22:13'
const CONTRIBUTOR = 'must be { author or name, role }'
const BELOW_FRONT = 'must be a path below the front page'

/** `field: message` of each issue. */
function complaints(of: z.ZodType, data: unknown): string[] {
  return (of.safeParse(data).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('the least front matter is enough', () => {
  expect(schema.parse(LEAST)).toEqual({
    ...LEAST,
    publishedAt: new Date('2025-05-08T15:40Z'),
    tags: [],
    draft: false,
    aliases: [],
    comments: true,
    ads: true,
    kind: 'news',
    contributors: [],
    corrections: [],
  })
})

test('all fields together are kept as written', () => {
  const full = {
    ...LEAST,
    authors: ['ratna-wulandari', 'bagus-pratama'],
    publishedAt: '2025-05-08T22:40:00+07:00',
    updatedAt: '2025-05-09T08:15',
    tags: ['Russia', 'Timor-Leste'],
    image: {
      src: './xi.jpg',
      alt: 'Two flags',
      caption: 'A graphic',
      credit: 'Warta graphics',
      focus: { x: 0, y: 33.3 },
    },
    lang: 'en-GB',
    draft: true,
    priority: 'lead',
    aliases: ['/2025/05/xi-putin/', '/old.html', '/pasar%20pagi/', '/?p=19'],
    comments: false,
    ads: false,
    kind: 'analysis',
    contributors: [
      { author: 'bagus-pratama', role: 'editor' },
      { name: 'Warta archive desk', role: 'source' },
    ],
    series: { slug: 'two-presidents', part: 2 },
    corrections: [{ at: '2025-05-09T08:00', note: 'The talks took four hours, not five.' }],
    withdrawn: { at: '2025-06-01', reason: 'It was wrong.' },
  }
  expect(schema.parse(full)).toEqual({
    ...full,
    publishedAt: new Date('2025-05-08T15:40Z'),
    updatedAt: new Date('2025-05-09T01:15Z'),
    corrections: [{ ...full.corrections[0], at: new Date('2025-05-09T01:00Z') }],
    withdrawn: { ...full.withdrawn, at: new Date('2025-05-31T17:00Z') },
  })
})

test('blanks around a text go', () => {
  expect(schema.parse({ ...LEAST, title: '  Xi meets Putin \n' }).title).toBe('Xi meets Putin')
})

describe('accepted at the limit', () => {
  test.each([
    ['a title of 200 characters', { title: 'x'.repeat(200) }],
    ['a description of 400', { description: 'x'.repeat(400) }],
    ['an update at the very moment', { updatedAt: LEAST.publishedAt }],
    ['a correction at the very moment', { corrections: [{ at: LEAST.publishedAt, note: 'x' }] }],
    ['a withdrawal at the very moment', { withdrawn: { at: LEAST.publishedAt, reason: 'x' } }],
    ['a note of 1,000', { corrections: [{ at: LEAST.publishedAt, note: 'x'.repeat(1000) }] }],
    ['a part of 9999', { series: { slug: 'a', part: 9999 } }],
    ['a text from right to left', { title: 'مرحبا بالعالم' }],
    ['a tag of digits', { tags: ['2025'] }],
    ['every role', { contributors: roles('reporter', 'editor', 'photographer', 'translator', 'source') }],
  ])('%s', (_, change) => {
    expect(complaints(schema, { ...LEAST, ...change })).toEqual([])
  })
})

describe('refused', () => {
  test.each([
    ['no title', { title: undefined }, 'title: must be text'],
    ['a number for a title', { title: 2025 }, 'title: must be text: put it in quotes'],
    ['a title of blanks', { title: ' \u00a0 ' }, 'title: must not be empty'],
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title: must have at most 200 characters'],
    ['a backspace', { title: 'Mos\u0008cow' }, 'title: must not hold control characters'],
    ['a bidirectional override', { title: 'Mos\u202ewoc' }, 'title: must not hold control characters'],
    ['a bidirectional isolate', { title: '\u2066Moscow' }, 'title: must not hold control characters'],
    ['no description', { description: undefined }, 'description: must be text'],
    ['a long description', { description: 'x'.repeat(401) }, 'description: must have at most 400 characters'],
    ['no category', { category: undefined }, 'category: must name a file of src/content/categories/'],
    ['a name for a slug', { category: 'Politics' }, 'category: must name a file of src/content/categories/'],
    ['no authors', { authors: undefined }, 'authors: must be a list, such as [first, second]'],
    ['an author outside a list', { authors: 'ratna-wulandari' }, 'authors: must be a list'],
    ['a list of no authors', { authors: [] }, 'authors: must name at least one author'],
    ["an author's name", { authors: ['Ratna W'] }, 'authors.0: must name a file of src/content/authors/'],
    ['an author twice', { authors: ['a', 'a'] }, 'authors: must not name the same thing twice'],
    ['no date', { publishedAt: undefined }, 'publishedAt: must be a date'],
    ['null for a date', { publishedAt: null }, 'publishedAt: must be a date'],
    ['a number for a date', { publishedAt: 20260101 }, 'publishedAt: must be a date'],
    ['a date without hyphens', { publishedAt: '20260101' }, `publishedAt: ${DATE}`],
    ['a date that does not exist', { publishedAt: '2026-02-30' }, `publishedAt: ${DATE}`],
    ['an update that does not exist', { updatedAt: '2025-06-31' }, `updatedAt: ${DATE}`],
    [
      'an update before the article',
      { updatedAt: '2025-05-08T22:39' },
      'updatedAt: must not be before publishedAt',
    ],
    ['a tag outside a list', { tags: 'Russia' }, 'tags: must be a list'],
    ['nothing for tags', { tags: null }, 'tags: must be a list'],
    ['an empty tag', { tags: ['Russia', ''] }, 'tags.1: must not be empty'],
    ['a tag without a letter', { tags: ['★'] }, 'tags.0: must hold a letter or a digit'],
    ['a tag twice', { tags: ['Russia', ' Russia'] }, 'tags: must not name the same thing twice'],
    ['a path for an image', { image: './xi.jpg' }, 'image: must be { src, alt }'],
    ['an image without a file', { image: { alt: 'x' } }, 'image.src: must be the path of an image'],
    [
      'half a focus',
      { image: { src: './xi.jpg', alt: 'x', focus: { x: 50 } } },
      'image.focus.y: must be a number',
    ],
    [
      'a focus outside the picture',
      { image: { src: './xi.jpg', alt: 'x', focus: { x: 101, y: 50 } } },
      'image.focus.x: must be 100 or less',
    ],
    ['an image without a description', { image: { src: './xi.jpg' } }, 'image.alt: must be text'],
    ['an empty description', { image: { src: './xi.jpg', alt: '' } }, 'image.alt: must not be empty'],
    [
      'an unknown key of an image',
      { image: { src: 'x', alt: 'x', by: 'x' } },
      'image: must be { src, alt }, with',
    ],
    ['a language by its name', { lang: 'en_GB' }, 'lang: must be a language such as en or id'],
    ['a number for a language', { lang: 1 }, 'lang: must be a language such as en or id'],
    ['a word for a boolean', { draft: 'yes' }, 'draft: must be true or false'],
    ['an unknown priority', { priority: 'high' }, 'priority: must be lead or top'],
    ['an id with a blank', { id: 'my id' }, 'id: must be a name in small letters'],
    ['an id that is a path', { id: '/politics/a/' }, 'id: must be a name in small letters'],
    ['an alias outside a list', { aliases: '/old/' }, 'aliases: must be a list'],
    ['an alias on another site', { aliases: ['https://x.example/'] }, 'aliases.0: must be a path such as'],
    ['an alias without a scheme', { aliases: ['//x.example/'] }, 'aliases.0: must be a path such as'],
    [
      'an alias with a query of signs',
      { aliases: ['/a/?b=$c'] },
      'aliases.0: must have a query of names and values',
    ],
    [
      'a number of WordPress that is none',
      { aliases: ['/?p=0'] },
      'aliases.0: must have a query of names and values',
    ],
    ['an alias with a blank', { aliases: ['/o ld/'] }, 'aliases.0: must be a path such as'],
    ['the front page as alias', { aliases: ['/'] }, `aliases.0: ${BELOW_FRONT}`],
    ['an alias that climbs', { aliases: ['/a/../../etc/'] }, `aliases.0: ${BELOW_FRONT}`],
    ['an alias that climbs in code', { aliases: ['/a/%2e%2e/b/'] }, `aliases.0: ${BELOW_FRONT}`],
    ['the front page by a detour', { aliases: ['/./'] }, `aliases.0: ${BELOW_FRONT}`],
    ["another page's address by a detour", { aliases: ['/politics//'] }, `aliases.0: ${BELOW_FRONT}`],
    ['an alias with a broken code', { aliases: ['/100%/'] }, `aliases.0: ${BELOW_FRONT}`],
    ['an alias with a NUL', { aliases: ['/a%00b/'] }, 'aliases.0: must not hold control characters'],
    ['an alias twice', { aliases: ['/a/', '/a/'] }, 'aliases: must not name the same thing twice'],
    ['a number for a boolean', { comments: 0 }, 'comments: must be true or false'],
    ['an unknown kind', { kind: 'blog' }, 'kind: must be one of news, opinion, analysis, sponsored'],
    ['a contributor outside a list', { contributors: {} }, 'contributors: must be a list'],
    ['a bare contributor', { contributors: ['Budi'] }, `contributors.0: ${CONTRIBUTOR}`],
    ['an unknown role', { contributors: roles('chef') }, `contributors.0: ${CONTRIBUTOR}`],
    ['no role', { contributors: [{ name: 'Budi' }] }, `contributors.0: ${CONTRIBUTOR}`],
    [
      'both name and author',
      { contributors: [{ name: 'Budi', author: 'budi', role: 'editor' }] },
      `contributors.0: ${CONTRIBUTOR}`,
    ],
    ['a series by its name', { series: 'tariffs' }, 'series: must be { slug, part }'],
    ['a series of no file', { series: { slug: 'A B', part: 1 } }, 'series.slug: must name a file of src/con'],
    ['a series without a part', { series: { slug: 'a' } }, 'series.part: must be a whole number'],
    ['a part zero', { series: { slug: 'a', part: 0 } }, 'series.part: must be 1 or more'],
    ['half a part', { series: { slug: 'a', part: 1.5 } }, 'series.part: must be a whole number'],
    ['a correction outside a list', { corrections: { at: 'x' } }, 'corrections: must be a list of { at'],
    ['a bare note', { corrections: ['A slip'] }, 'corrections.0: must be { at, note }'],
    ['a correction without a date', { corrections: [{ note: 'x' }] }, 'corrections.0.at: must be a date'],
    [
      'a correction of no day',
      { corrections: [{ at: '2026-02-30', note: 'x' }] },
      `corrections.0.at: ${DATE}`,
    ],
    [
      'an empty note',
      { corrections: [{ at: '2026-01-01', note: ' ' }] },
      'corrections.0.note: must not be em',
    ],
    [
      'a correction before the article',
      { corrections: [LATER, { at: '2025-05-08T22:39', note: 'x' }] },
      'corrections.1.at: must not be before publishedAt',
    ],
    [
      'two corrections of one moment',
      { corrections: [LATER, LATER] },
      'corrections: must not name the same m',
    ],
    ['a bare withdrawal', { withdrawn: true }, 'withdrawn: must be { at, reason }'],
    ['a withdrawal without a reason', { withdrawn: { at: '2026-01-01' } }, 'withdrawn.reason: must be text'],
    [
      'a withdrawal before the article',
      { withdrawn: { at: '2025-05-08', reason: 'x' } },
      'withdrawn.at: must not be before publishedAt',
    ],
    ['an unknown key', { drfat: true }, ': Unrecognized key: "drfat"'],
    ['a slug of its own', { slug: 'xi-putin' }, ': Unrecognized key: "slug"'],
  ])('%s', (_, change, complaint) => {
    expect(complaints(schema, { ...LEAST, ...change })).toEqual([expect.stringContaining(complaint)])
  })

  test('every field that is wrong, at once', () => {
    const bad = { ...LEAST, title: '', publishedAt: '0', kind: 'blog', drfat: true }
    expect(complaints(schema, bad)).toHaveLength(4)
  })
})

describe('the files beside the articles', () => {
  const author = authorSchema({ image })

  test.each([
    ['an author by name alone', author, { name: 'Ratna' }],
    [
      'an author with all fields',
      author,
      {
        name: 'Ratna',
        role: 'Politics editor',
        bio: 'Writes.',
        photo: { src: './ratna.jpg', alt: 'Ratna' },
        verified: true,
        links: [
          { label: 'Site', url: 'https://ratna.example/' },
          { label: 'Mail', url: 'mailto:ratna@warta.example' },
        ],
      },
    ],
    ['a category by name alone', categorySchema, { name: 'Politics' }],
    ['a category with all', categorySchema, { name: 'P', description: 'P', order: 1, colour: '#a3161A' }],
    [
      'a series',
      seriesSchema({ image }),
      { title: 'A', description: 'B', image: { src: './a.png', alt: 'A' } },
    ],
    ['a page', pageSchema, { title: 'About', description: 'Who we are', lang: 'id' }],
  ])('accept %s', (_, of, data) => {
    expect(of.parse(data)).toMatchObject(data)
  })

  test.each([
    ['an author without a name', author, {}, 'name: must be text'],
    ['a series without a description', seriesSchema({ image }), { title: 'A' }, 'description: must be text'],
    ['a photo by its path', author, { name: 'R', photo: './r.jpg' }, 'photo: must be { src, alt }'],
    ['a bare link', author, { name: 'R', links: ['https://x.example'] }, 'links.0: must be { label, url }'],
    [
      'a link that runs',
      author,
      { name: 'R', links: [{ label: 'x', url: 'javascript:alert(1)' }] },
      'links.0.url: must be a web or mailto: address',
    ],
    ['an unknown key of an author', author, { name: 'R', twitter: '@r' }, ': Unrecognized key: "twitter"'],
    ['a colour by name', categorySchema, { name: 'P', colour: 'red' }, 'colour: must be a colour such as'],
    [
      'a number for a colour',
      categorySchema,
      { name: 'P', colour: 123456 },
      'colour: must be a colour such as',
    ],
    ['a word for an order', categorySchema, { name: 'P', order: 'first' }, 'order: must be a number'],
    ['a page without a description', pageSchema, { title: 'About' }, 'description: must be text'],
    [
      'a page in no language',
      pageSchema,
      { title: 'A', description: 'A', lang: '?' },
      'lang: must be a language',
    ],
  ])('refuse %s', (_, of, data, complaint) => {
    expect(complaints(of, data)).toEqual([expect.stringContaining(complaint)])
  })
})

function roles(...roles: string[]) {
  return roles.map((role) => ({ name: 'Budi', role }))
}

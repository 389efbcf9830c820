import { expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import type { Ledger } from '#moving-in/ledger.ts'
import type { EntryRecord, OldRecord } from '#moving-in/record.ts'
import { ExportParser, type Row } from './export-parser.ts'
import { permalink } from './permalink.ts'
import { GhostReader } from './reader.ts'
import { type Redirect, Redirects } from './redirects.ts'

const ledger: Ledger = { map: () => new Map(), set: () => new Set() }

function rowsOf(text: string) {
  const parser = new ExportParser()
  return [...parser.push(text), ...parser.end()]
}

function records(tables: Record<string, Row[]>, rules: Redirect[] = []): OldRecord[] {
  const options = { timeZone: 'UTC', site: '', permalink: '/{slug}/', redirects: new Redirects(rules) }
  const reader = new GhostReader(options, ledger)
  const rows = rowsOf(JSON.stringify({ db: [{ meta: {}, data: tables }] }, null, 1))
  for (const row of rows) reader.look(row)
  return [...reader.site(), ...rows.flatMap((row) => [...reader.recordsOf(row)])]
}

const POST = { id: 'p1', title: 'A', slug: 'a', status: 'published', visibility: 'public' }

function entry(post: Row, tables: Record<string, Row[]> = {}, rules?: Redirect[]): EntryRecord {
  const found = records({ posts: [{ ...POST, ...post }], ...tables }, rules).find(
    (record) => record.record === 'entry',
  )
  if (!found) throw new Error('no entry')
  return found
}

test.each([
  ['public', {}, 'public', 0],
  ['a draft of an author', { status: 'draft', visibility: 'paid' }, 'draft', 0],
  ['yet to appear', { status: 'scheduled' }, 'scheduled', 0],
  ['for members', { visibility: 'members' }, 'draft', 1],
  ['for those who pay', { visibility: 'paid' }, 'draft', 1],
  ['for a tier', { visibility: 'tiers' }, 'draft', 1],
  ['for whom nobody knows', { visibility: 'label:x' }, 'draft', 1],
  ['to appear for members', { status: 'scheduled', visibility: 'members' }, 'draft', 1],
  ['sent by e-mail alone', { status: 'sent' }, 'draft', 1],
  ['of a status nobody knows', { status: 'odd' }, 'draft', 1],
])('a post that is %s', (_case, post, status, notes) => {
  const { status: became, notes: said } = entry(post)
  expect([became, said.length]).toEqual([status, notes])
})

const TAGS = {
  tags: [
    { id: 't1', name: 'Kota', slug: 'kota', description: 'K', visibility: 'public' },
    { id: 't2', name: 'Harga', slug: 'harga', visibility: 'public' },
    { id: 't3', name: '#utama', slug: 'hash-utama', visibility: 'internal' },
  ],
}
const tagged = (...ids: string[]) => ({
  ...TAGS,
  posts_tags: ids.map((tag_id, sort_order) => ({ post_id: 'p1', tag_id, sort_order })).reverse(),
})

test.each([
  ['the first', ['t2', 't1'], 'harga', ['Kota']],
  ['the first that is not internal', ['t3', 't1', 't2'], 'kota', ['Harga']],
  ['none', ['t3'], undefined, []],
])('its category is %s of its tags', (_case, ids, category, tags) => {
  const found = entry({}, tagged(...ids))
  expect(found.category?.id).toBe(category)
  expect(found.tags.map(({ name }) => name)).toEqual(tags)
})

test('a tag is a category only where it is the first of a post', () => {
  const found = records({ ...tagged('t1', 't2'), posts: [POST, { ...POST, id: 'p2' }] })
  expect(found.filter(({ record }) => record === 'category')).toEqual([
    { record: 'category', id: 'kota', name: 'Kota', parent: '', description: 'K' },
  ])
})

test('authors stand in their order, with nothing of their accounts', () => {
  const found = entry(
    {},
    {
      users: [
        {
          id: '1',
          name: 'Sari',
          slug: 'sari',
          email: 'sari@mail.example',
          bio: 'B',
          website: 'https://s.example/',
        },
        { id: '2', name: 'Tono', slug: 'tono', password: 'x' },
      ],
      posts_authors: [
        { post_id: 'p1', author_id: '1', sort_order: 1 },
        { post_id: 'p1', author_id: '2', sort_order: 0 },
      ],
    },
  )
  expect(found.authors).toEqual([
    { id: '2', name: 'Tono', slug: 'tono', bio: '', url: '' },
    { id: '1', name: 'Sari', slug: 'sari', bio: 'B', url: 'https://s.example/' },
  ])
})

test.each([
  ['its excerpt', { custom_excerpt: 'E & F' }, { meta_description: 'M' }, 'E &amp; F'],
  ['its description for search engines', {}, { meta_description: 'M' }, 'M'],
  ['that of old exports', { meta_description: 'O' }, { meta_description: null }, 'O'],
  ['nothing', {}, {}, ''],
])('it is described by %s', (_case, post, meta, description) => {
  expect(entry(post, { posts_meta: [{ post_id: 'p1', ...meta }] }).description).toBe(description)
})

test.each([
  [
    'its own, with its words',
    { feature_image: '__GHOST_URL__/content/images/a.jpg' },
    { feature_image_alt: 'A', feature_image_caption: '<span>C &amp; <b>D</b></span>' },
    { address: '/content/images/a.jpg', alt: 'A', caption: 'C & D' },
  ],
  [
    'that of Ghost 0.x',
    { image: '/content/images/a.jpg' },
    {},
    { address: '/content/images/a.jpg', alt: '', caption: '' },
  ],
  [
    'that for social media',
    {},
    { og_image: '/content/images/o.jpg' },
    { address: '/content/images/o.jpg', alt: '', caption: '' },
  ],
  ['none', {}, {}, undefined],
])('its picture is %s', (_case, post, meta, lead) => {
  expect(entry(post, { posts_meta: [{ post_id: 'p1', ...meta }] }).lead).toEqual(lead)
})

test.each([
  ['ISO', '2022-05-01T02:00:00.000Z'],
  ['SQL', '2022-05-01 02:00:00'],
  ['milliseconds', Date.parse('2022-05-01T02:00:00Z')],
])('a date may be %s', (_case, published_at) => {
  expect(entry({ published_at }).publishedAt?.toISOString()).toBe('2022-05-01T02:00:00.000Z')
})

test('a page is one, and a title is words', () => {
  expect(entry({ type: 'page', title: 'A < B' })).toMatchObject({ kind: 'page', title: 'A &lt; B' })
  expect(entry({ page: 1, title: '(Untitled)' })).toMatchObject({ kind: 'page', title: '' })
})

test.each([
  ['/{slug}/', '/a/'],
  ['/{year}/{month}/{day}/{slug}/', '/2022/05/02/a/'],
  ['/:year/:slug/', '/2022/a/'],
  ['/{primary_tag}/{primary_author}/{id}/', '/kota/sari/p1/'],
  ['/berita/{slug}/', '/berita/a/'],
])('the permalink %s', (pattern, path) => {
  const publishedAt = new Date('2022-05-01T18:00:00Z')
  const named = { id: 'p1', slug: 'a', publishedAt, primaryTag: 'kota', primaryAuthor: 'sari' }
  expect(permalink(pattern, named, 'Asia/Jakarta')).toBe(path)
})

test.each([
  ['a path', [{ from: '/x', to: '/a/' }], ['/x']],
  ['a pattern of one path', [{ from: '^\\/x\\/y\\/?$', to: '/a' }], ['/x/y/']],
  [
    'one that leads to the next',
    [
      { from: '/x/', to: '/y/' },
      { from: '/y/', to: '__GHOST_URL__/a/?b' },
    ],
    ['/x/', '/y/'],
  ],
  [
    'two that lead to each other',
    [
      { from: '/x/', to: '/y/' },
      { from: '/y/', to: '/x/' },
    ],
    [],
  ],
  ['a pattern of many', [{ from: '^/x/(.*)$', to: '/a/' }], []],
])('a redirect from %s', (_case, rules, addresses) => {
  expect(entry({}, {}, rules).oldAddresses).toEqual(['/a/', ...addresses])
})

test('redirects that nothing has taken are told of', () => {
  const redirects = new Redirects([
    { from: '/x', to: '/a/' },
    { from: '/y(.*)', to: '/$1' },
    { from: '/z', to: '/b/' },
  ])
  redirects.of('/a/')
  expect(redirects.note()).toContain('/y(.*), /z → /b/')
})

test.each([
  ['nothing', '', 'The file is empty.'],
  ['XML', '<?xml version="1.0"?><rss/>', 'This is XML, not a Ghost export.'],
  ['an archive', 'PK\u0003\u0004', 'This is a ZIP archive.'],
  ['other JSON', '{"posts": [{"title": "A"}]}', 'This is JSON, but not a Ghost export.'],
])('%s is refused as a whole', (_case, text, message) => {
  expect(() => rowsOf(text)).toThrow(message)
})

const START = '{"db":[{"data":{\n"posts":[{"id":"1","title":"é"},\n'
test.each([
  ['cut off', `${START}{"id":`, /^line 3, column 7: the file is cut off here/],
  [
    'broken',
    `${START}{"id": x}]}}]}`,
    /^line 3, column 8, byte \d+: the JSON is broken here: Unexpected "x"/,
  ],
])('a file that is %s is told of with its place, in pieces of any size', (_case, text, message) => {
  for (const size of [1, 7, 1000]) {
    const parser = new ExportParser()
    const read = () => {
      const rows = []
      for (let at = 0; at < text.length; at += size) rows.push(...parser.push(text.slice(at, at + size)))
      return [...rows, ...parser.end()]
    }
    expect(read).toThrow(message)
  }
})

test('brackets without an end are told of in linear time', () => {
  const read = (count: number) =>
    expect(() => rowsOf(`${START}${'['.repeat(count)}`)).toThrow(/^line \d+.*values lie 100 deep/)
  expect(growthOf(read, 50_000)).toBeLessThan(MOST_OF_LINEAR)
})

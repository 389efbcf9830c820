import { describe, expect, test } from 'vitest'
import { article, author, category, editionOf, newsroom, siteWith } from '../../tests/support/newsroom.ts'
import { buildEdition } from './edition.ts'
import { whyUnpublished } from './publication.ts'

const AT = new Date('2025-07-05T00:00Z')
const slugs = (items: readonly { slug: string }[] | undefined) => items?.map(({ slug }) => slug)

describe('what is published', () => {
  const entries = [
    article('past', { publishedAt: '2025-07-04T23:59:59Z' }),
    article('now', { publishedAt: '2025-07-05T00:00:00Z' }),
    article('in-a-second', { publishedAt: '2025-07-05T00:00:01Z' }),
    article('draft', {
      publishedAt: '2025-07-01',
      draft: true,
      category: 'secret',
      authors: ['ghost'],
      tags: ['Leak'],
    }),
    article('later-draft', { publishedAt: '2026-01-01', draft: true }),
  ]

  test('is what is no draft and not to come later, to the very moment', () => {
    const edition = buildEdition(newsroom(entries), { site: siteWith(), at: AT })
    expect(slugs(edition.articles)).toEqual(['now', 'past'])
  })

  test('is all that any index knows of', () => {
    const edition = editionOf(entries, { at: AT })
    const indexed = [edition.byCategory, edition.byTag, edition.byAuthor, edition.byMonth].flatMap((index) =>
      [...index.values()].flat(),
    )
    expect(new Set(slugs([...indexed, ...edition.headlines, ...edition.trending.articles]))).toEqual(
      new Set(['now', 'past']),
    )
    expect(slugs(edition.authors)).toEqual(['budi-santoso'])
    expect(edition.tags).toEqual([])
    expect(edition.months).toEqual(['2025-07'])
  })

  test('and, when asked for, the rest with the reason why not', () => {
    const { articles } = editionOf(entries, { at: AT, unpublished: true })
    expect(articles.map(({ slug, unpublished }) => [slug, unpublished])).toEqual([
      ['later-draft', 'draft'],
      ['in-a-second', 'scheduled'],
      ['now', undefined],
      ['past', undefined],
      ['draft', 'draft'],
    ])
  })

  test('can be asked of one article', () => {
    expect(entries.map(({ frontMatter }) => whyUnpublished(frontMatter, AT))).toEqual([
      undefined,
      undefined,
      'scheduled',
      'draft',
      'draft',
    ])
  })

  test('may be nothing', () => {
    const edition = editionOf([], { categories: [category('politics')] })
    expect(edition.articles).toEqual([])
    expect(edition.months).toEqual([])
    expect(slugs(edition.categories)).toEqual(['politics'])
  })
})

describe('an article that was taken back', () => {
  const reason = 'It was wrong.'
  const entries = [
    article('kept'),
    article('gone', {
      category: 'sport',
      authors: ['siti'],
      tags: ['Leak'],
      contributors: [{ author: 'ani', role: 'editor' }],
      publishedAt: '2025-06-01',
      aliases: ['/old/'],
      series: { slug: 'lost', part: 1 },
      corrections: [{ at: '2025-06-02', note: 'x' }],
      withdrawn: { at: '2025-07-05T00:00:00Z', reason },
    }),
  ]

  test('is in no list and no index, from the very moment', () => {
    const edition = editionOf(entries, { at: AT })
    const indexes = [edition.byCategory, edition.byTag, edition.byAuthor, edition.byMonth, edition.bySeries]
    const listed = [
      ...edition.articles,
      ...edition.headlines,
      ...edition.trending.articles,
      ...indexes.flatMap((index) => [...index.values()].flat()),
    ]
    expect(new Set(slugs(listed))).toEqual(new Set(['kept']))
    expect(slugs(edition.authors)).toEqual(['budi-santoso'])
    expect([edition.tags, edition.series, edition.corrections, edition.months]).toEqual([
      [],
      [],
      [],
      ['2025-07'],
    ])
  })

  test('keeps its address, its old ones and the reason, and nothing of what it said', () => {
    expect(editionOf(entries, { at: AT }).withdrawn).toEqual([
      {
        slug: 'gone',
        title: 'Title of gone',
        category: { slug: 'sport', name: 'Sport' },
        publishedAt: new Date('2025-05-31T17:00Z'),
        lang: 'en',
        aliases: ['/old/'],
        withdrawn: { at: AT, reason },
      },
    ])
  })

  test('is an article like any other before', () => {
    const edition = editionOf(entries, { at: new Date('2025-07-04T23:59:59Z') })
    expect(slugs(edition.articles)).toEqual(['kept', 'gone'])
    expect(edition.withdrawn).toEqual([])
    expect(JSON.stringify(edition.articles)).not.toContain(reason)
  })

  test('says nothing when it was never published', () => {
    const draft = article('never', { draft: true, withdrawn: { at: '2025-07-04T22:13', reason } })
    expect(editionOf([draft], { at: AT }).withdrawn).toEqual([])
  })
})

describe('order', () => {
  test('articles come newest first, ties by slug, whatever the order of the files', () => {
    const entries = [
      article('b', { publishedAt: '2025-07-04T22:13' }),
      article('z', { publishedAt: '2025-07-05T08:00' }),
      article('a', { publishedAt: '2025-07-04T15:13Z' }),
      article('y', { publishedAt: '2025-05-01' }),
    ]
    for (const order of [entries, entries.toReversed(), entries.toSorted(byTitle)]) {
      expect(slugs(editionOf(order).articles)).toEqual(['z', 'a', 'b', 'y'])
    }
  })

  test('categories come by their order, then by name', () => {
    const categories = [
      category('d', { name: 'Ilmu' }),
      category('c', { name: 'Budaya' }),
      category('b', { order: 2 }),
      category('a', { order: 10 }),
    ]
    expect(slugs(editionOf([], { categories }).categories)).toEqual(['b', 'a', 'c', 'd'])
  })

  test('authors come by name, those without an article left out', () => {
    const authors = [
      author('z', { name: 'Ayu' }),
      author('a', { name: 'Yosef' }),
      author('m', { name: 'Maya' }),
    ]
    expect(slugs(editionOf([article('x', { authors: ['a', 'z'] })], { authors }).authors)).toEqual(['z', 'a'])
  })

  test('an author who only contributed has a page to be linked to, one of a draft has none', () => {
    const authors = [author('a', { name: 'A' }), author('b', { name: 'B' }), author('c', { name: 'C' })]
    const entries = [
      article('x', { authors: ['a'], contributors: [{ author: 'b', role: 'editor' }] }),
      article('y', { authors: ['c'], draft: true }),
    ]
    const edition = editionOf(entries, { authors })
    expect(slugs(edition.authors)).toEqual(['a', 'b'])
    expect(edition.byAuthor.get('b')).toBeUndefined()
  })
})

describe('an article', () => {
  const image = { src: { src: '/x.jpg', width: 1600, height: 900, format: 'jpg' as const }, alt: 'Flags' }
  const entry = article('x', {
    category: 'politics',
    authors: ['ratna', 'bagus'],
    tags: ['Timor-Leste'],
    priority: 'top',
    image,
    contributors: [
      { author: 'maya', role: 'editor' },
      { name: 'Archive desk', role: 'source' },
    ],
  })

  test('has what it names looked up', () => {
    const { articles } = editionOf([entry])
    expect(articles[0]).toMatchObject({
      category: { slug: 'politics', name: 'Politics' },
      authors: [{ name: 'Ratna' }, { name: 'Bagus' }],
      tags: [{ slug: 'timor-leste', name: 'Timor-Leste' }],
      contributors: [
        { name: 'Maya', role: 'editor', author: { slug: 'maya' } },
        { name: 'Archive desk', role: 'source' },
      ],
      priority: 'top',
      image,
      words: 500,
      comments: [],
    })
  })

  test("has the outlet's language unless it names its own", () => {
    const site = siteWith({ articleLanguage: 'en' })
    const { articles } = editionOf([entry, article('own', { lang: 'id' })], { site })
    expect(Object.fromEntries(articles.map(({ slug, lang }) => [slug, lang]))).toEqual({ x: 'en', own: 'id' })
  })

  test.each([
    ['an unknown author', { authors: [], categories: [category('politics')] }, 'author "ratna" is not known'],
    ['an unknown category', { categories: [] }, 'category "politics" is not known'],
    ['an unknown contributor', { authors: [author('ratna'), author('bagus')] }, 'author "maya" is not known'],
  ])('with %s stops the build, named', (_, rest, message) => {
    expect(() => editionOf([entry], rest)).toThrow(`articles/2025/07/x.md: ${message}`)
  })
})

describe('tags', () => {
  const entries = [
    article('new', { publishedAt: '2025-07-03', tags: ['open source', 'Asean'] }),
    article('old', { publishedAt: '2025-07-01', tags: ['ASEAN', 'Open Source', 'open-source'] }),
  ]

  test('of two spellings are one; of two that are used alike the older is shown', () => {
    for (const order of [entries, entries.toReversed()]) {
      const edition = editionOf(order)
      expect(edition.tags).toEqual([
        { slug: 'asean', name: 'ASEAN' },
        { slug: 'open-source', name: 'Open Source' },
      ])
      expect(slugs(edition.byTag.get('asean'))).toEqual(['new', 'old'])
    }
  })

  test('that few articles are on have no page where the outlet wants more; an article on two spellings is one', () => {
    const site = siteWith({ output: { tagPagesFrom: 2 } })
    const rare = article('rare', { publishedAt: '2025-07-02', tags: ['C++', 'c plus plus', 'ASEAN'] })
    const edition = editionOf([...entries, rare], { site })
    expect(edition.tags.map(({ slug }) => slug)).toEqual(['asean', 'open-source'])
    expect(edition.byTag.has('c-plus-plus')).toBe(false)
    expect(edition.bySlug.get('rare')?.tags).toEqual([
      { slug: 'c-plus-plus', name: 'C++', isUnlisted: true },
      { slug: 'asean', name: 'ASEAN' },
    ])
  })

  test('are shown as they are spelt most', () => {
    const newest = article('newest', { publishedAt: '2025-07-05', tags: ['Asean'] })
    expect(editionOf([...entries, newest]).tags[0]).toEqual({ slug: 'asean', name: 'Asean' })
  })

  test.each([
    [['C++'], ['C#'], ['C']],
    [['50%'], ['50'], ['A+', 'A']],
    [['.NET'], ['NET'], ['BBB-', 'BBB']],
  ])('%j, %j and %j are not each other', (...lists) => {
    const { tags } = editionOf(lists.map((tags, i) => article(`a${i}`, { tags })))
    expect(tags.map(({ name }) => name).sort()).toEqual(lists.flat().sort())
  })

  test('of two spellings in one article are named once', () => {
    expect(slugs(editionOf(entries).articles.find(({ slug }) => slug === 'old')?.tags)).toEqual([
      'asean',
      'open-source',
    ])
  })
})

describe('indexes', () => {
  const edition = editionOf([
    article('a', { publishedAt: '2025-05-02', category: 'economy', authors: ['maya', 'ratna'] }),
    article('b', { publishedAt: '2025-07-02', category: 'politics', authors: ['ratna'] }),
    article('c', { publishedAt: '2025-07-03', category: 'economy', authors: ['maya'] }),
  ])

  test.each([
    ['category', edition.byCategory, { economy: ['c', 'a'], politics: ['b'] }],
    ['author', edition.byAuthor, { maya: ['c', 'a'], ratna: ['b', 'a'] }],
    ['month', edition.byMonth, { '2025-07': ['c', 'b'], '2025-05': ['a'] }],
  ])('by %s are newest first', (_, index, expected) => {
    expect(Object.fromEntries([...index].map(([key, articles]) => [key, slugs(articles)]))).toEqual(expected)
  })

  test('months are newest first, those without an article left out', () => {
    expect(edition.months).toEqual(['2025-07', '2025-05'])
  })
})

describe('months', () => {
  test("are those of the outlet's zone", () => {
    const entries = [article('x', { publishedAt: '2025-06-30T23:30Z' })]
    expect(editionOf(entries, { site: siteWith({ timeZone: 'Asia/Jakarta' }) }).months).toEqual(['2025-07'])
    expect(editionOf(entries, { site: siteWith({ timeZone: 'America/New_York' }) }).months).toEqual([
      '2025-06',
    ])
  })

  test.each([
    ['UTC', 0],
    ['Asia/Jakarta', 7],
    ['Asia/Jayapura', 9],
    ['Asia/Kathmandu', 5.75],
    ['Pacific/Kiritimati', 14],
    ['America/New_York', -4],
    ['Pacific/Pago_Pago', -11],
  ])('change at midnight in %s', (timeZone, hoursFromUtc) => {
    const noon = Date.parse('2025-06-30T12:00Z')
    const around = Array.from({ length: 24 }, (_, i) => noon - hoursFromUtc * 3_600_000 + i * 3_600_000)
    const entries = around.map((time, i) => article(`at-${i}`, { publishedAt: new Date(time).toISOString() }))
    const { byMonth } = editionOf(entries, { site: siteWith({ timeZone }) })
    expect(new Set(slugs(byMonth.get('2025-06')))).toEqual(new Set(slugs(entries.slice(0, 12))))
    expect(new Set(slugs(byMonth.get('2025-07')))).toEqual(new Set(slugs(entries.slice(12))))
  })
})

function byTitle(a: { slug: string }, b: { slug: string }): number {
  return a.slug < b.slug ? -1 : 1
}

describe('beside an earlier edition', () => {
  const entries = [
    article('one', { tags: ['Trade'], corrections: [{ at: '2025-07-06T00:00:00Z', note: 'It was not.' }] }),
    article('two', { tags: ['Trade', 'Rain'], translationOf: 'one', lang: 'en' }),
    article('three', { tags: ['Rain'] }),
  ]
  const before = editionOf(entries, { at: AT })
  const isKept = (after: typeof before) =>
    ['one', 'two', 'three'].filter((slug) => after.bySlug.get(slug) === before.bySlug.get(slug))
  const after = (entries: Parameters<typeof newsroom>[0], at = AT) =>
    buildEdition(newsroom(entries), { site: siteWith(), at }, before)

  test('an article that is as it was is the same object, and so is its summary', () => {
    const same = after(entries.map((entry) => structuredClone(entry)))
    expect(isKept(same)).toEqual(['one', 'two', 'three'])
    expect(same.summaries.every((summary) => before.summaries.includes(summary))).toBe(true)
  })

  test.each([
    [
      'it has another text',
      [...entries.slice(0, 2), { ...article('three', { tags: ['Rain'] }), digest: 'another' }],
      AT,
      ['one', 'two'],
    ],
    ['the clock shows a correction of it', entries, new Date('2025-07-07T00:00Z'), ['three', 'two']],
    [
      'what it is translated from has another title',
      entries.with(0, article('one', { tags: ['Trade'], title: 'Another' })),
      AT,
      ['three'],
    ],
    [
      'its tag is written otherwise by most',
      [...entries, ...['x', 'y', 'z'].map((slug) => article(slug, { tags: ['RAIN'] }))],
      AT,
      ['one'],
    ],
  ])('it is another where %s', (_, entries, at, kept) => {
    const edition = after(entries, at)
    expect(isKept(edition).sort()).toEqual(kept)
    expect(edition).toEqual(buildEdition(newsroom(entries), { site: siteWith(), at }))
  })
})

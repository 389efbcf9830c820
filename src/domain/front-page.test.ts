import { describe, expect, test } from 'vitest'
import type { ArticleEntry } from './article.ts'
import { article, editionOf, siteWith } from '../../tests/support/newsroom.ts'
import { planFrontPage } from './front-page.ts'
import type { SiteInput } from './site.ts'

/** The front page of these articles by slugs. */
function planOf(entries: ArticleEntry[], frontPage: SiteInput['frontPage'] = {}) {
  const site = siteWith({ frontPage })
  const plan = planFrontPage(editionOf(entries, { site }), site)
  return {
    lead: plan.lead?.slug,
    topStories: plan.topStories.map(({ slug }) => slug),
    sections: plan.sections.map(({ category, articles }) => [
      category.slug,
      articles.map(({ slug }) => slug),
    ]),
  }
}

/** An article of a day of July. */
const on = (day: number, slug: string, rest: Parameters<typeof article>[1] = {}) =>
  article(slug, { publishedAt: `2025-07-${String(day).padStart(2, '0')}T08:00`, ...rest })

describe('lead and top stories', () => {
  const plain = [on(9, 'nine'), on(8, 'eight'), on(7, 'seven'), on(6, 'six')]

  test('without priorities are the newest', () => {
    expect(planOf(plain, { topStories: 2 })).toMatchObject({ lead: 'nine', topStories: ['eight', 'seven'] })
  })

  test('the newest with priority lead leads; other leads, then tops, come before the rest', () => {
    const entries = [
      ...plain,
      on(5, 'top', { priority: 'top' }),
      on(4, 'older-lead', { priority: 'lead' }),
      on(5, 'lead', { priority: 'lead' }),
    ]
    expect(planOf(entries, { topStories: 4 })).toMatchObject({
      lead: 'lead',
      topStories: ['older-lead', 'top', 'nine', 'eight'],
    })
  })

  test('the newest with a priority is among the top stories once', () => {
    const entries = [
      ...plain,
      on(10, 'ten'),
      on(10, 'lead', { priority: 'lead' }),
      on(9, 'top', { priority: 'top' }),
    ]
    expect(planOf(entries, { topStories: 3 })).toMatchObject({
      lead: 'lead',
      topStories: ['top', 'ten', 'nine'],
    })
  })

  test('a top story is no lead', () => {
    expect(planOf([...plain, on(5, 'top', { priority: 'top' })], { topStories: 1 })).toMatchObject({
      lead: 'nine',
      topStories: ['top'],
    })
  })

  test.each([
    ['holds to the last moment', '2025-07-02T08:00', 'old-lead'],
    ['wears off after it', '2025-07-02T07:59', 'nine'],
  ])('a priority counted from the newest article %s', (_, publishedAt, lead) => {
    const entries = [...plain, article('old-lead', { publishedAt, priority: 'lead' })]
    expect(planOf(entries, { priorityDays: 7 }).lead).toBe(lead)
  })

  test('a priority in a newsroom long silent does not wear off', () => {
    const entries = [
      article('y', { publishedAt: '2001-01-02' }),
      article('x', { publishedAt: '2001-01-01', priority: 'lead' }),
    ]
    expect(planOf(entries).lead).toBe('x')
  })

  test('no top stories may be wanted', () => {
    expect(planOf(plain, { topStories: 0 })).toMatchObject({ lead: 'nine', topStories: [] })
  })
})

describe('sections', () => {
  const entries = [
    on(9, 'p9'),
    on(8, 'e8', { category: 'economy' }),
    on(7, 'p7'),
    on(6, 'e6', { category: 'economy' }),
    on(5, 'e5', { category: 'economy' }),
    on(4, 'c4', { category: 'culture' }),
  ]

  test('come in the order of the config, each with its newest, up to its number', () => {
    const sections = [{ category: 'economy', articles: 1 }, { category: 'politics' }]
    expect(planOf(entries, { topStories: 1, sections }).sections).toEqual([
      ['economy', ['e6']],
      ['politics', ['p7']],
    ])
  })

  test.each([
    ['whose articles are all shown above', 'culture', 5],
    ['without a category', 'weather', 0],
  ])('%s are left out', (_, slug, topStories) => {
    expect(planOf(entries, { topStories, sections: [{ category: slug }] }).sections).toEqual([])
  })

  test('named twice go on where the first left off', () => {
    const section = { category: 'economy', articles: 2 }
    expect(planOf(entries, { topStories: 0, sections: [section, section] }).sections).toEqual([
      ['economy', ['e8', 'e6']],
      ['economy', ['e5']],
    ])
  })
})

test('no article is on the page twice, and the page has all that fits', () => {
  const categories = ['politics', 'economy', 'culture']
  const priorities = [undefined, 'lead', 'top', undefined, undefined] as const
  for (let count = 0; count <= 30; count++) {
    const entries = Array.from({ length: count }, (_, i) => {
      const priority = priorities[(i * 7) % 5]
      return on((i % 9) + 1, `a${i}`, { category: categories[i % 3] ?? '', ...(priority && { priority }) })
    })
    const sections = categories.map((category) => ({ category, articles: 12 }))
    const { lead, topStories, sections: shown } = planOf(entries, { sections })
    const all = [...(lead ? [lead] : []), ...topStories, ...shown.flatMap(([, slugs]) => slugs ?? [])]
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(count)
  }
})

describe('what is read most', () => {
  const entries = Array.from({ length: 9 }, (_, i) => on(9 - i, `a${i}`))
  const views = Object.fromEntries(entries.map(({ slug }, i) => [slug, { '2025-07-09T08:00:00Z': 90 - i }]))

  test.each([
    ['by readers', { articles: views }],
    ['by date where too little was read', undefined],
  ])('leaves out lead and top stories, and is as long as elsewhere: %s', (_, readership) => {
    const site = siteWith({ frontPage: { topStories: 2 }, pageSize: { trending: 4 } })
    const at = new Date('2025-07-10T00:00Z')
    const edition = editionOf(entries, { site, at, ...(readership && { readership }) })
    const { lead, topStories, ranked } = planFrontPage(edition, site)
    expect(ranked.basis).toBe(readership ? 'readership' : 'date')
    const shown = ranked.articles.map(({ slug }) => slug)
    expect(shown).toHaveLength(4)
    expect([lead, ...topStories].filter((article) => article && shown.includes(article.slug))).toEqual([])
  })
})

test('an empty edition has an empty front page', () => {
  expect(planOf([], { sections: [{ category: 'politics' }] })).toEqual({
    lead: undefined,
    topStories: [],
    sections: [],
  })
})

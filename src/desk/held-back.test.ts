import { expect, test } from 'vitest'
import { articleFile, SITE } from '../../tests/support/temporary-newsroom.ts'
import { divide, type HeldBack, tellHeldBack } from './held-back.ts'
import { parseSource, type Source } from './source.ts'

/** 22:13:00 in the outlet's zone */
const AT = new Date('2025-07-04T15:13:00Z')

function source(slug: string, fields: Record<string, string>): Source {
  const file = `articles/${slug}.md`
  const parsed = parseSource(new TextEncoder().encode(articleFile({ title: slug, ...fields })), file, slug)
  if (Array.isArray(parsed)) throw new Error(parsed[0]?.message)
  return parsed
}

test('an article is held back to the second, and a draft whatever its date', () => {
  const sources = [
    source('later', { publishedAt: '2025-07-05T06:00' }),
    source('now', { publishedAt: '2025-07-04T22:13:00' }),
    source('in-a-second', { publishedAt: '2025-07-04T22:13:01' }),
    // Later by the hand of a clock, earlier in truth.
    source('east', { publishedAt: '2025-07-04T23:00+09:00' }),
    source('old-draft', { publishedAt: '2024-01-01', draft: 'true' }),
    source('no-date', { publishedAt: 'soon' }),
  ]
  const { published, heldBack, undated } = divide(
    { sources: { articles: sources }, entries: new Map() },
    SITE,
    AT,
  )
  expect(published.map(({ slug }) => slug)).toEqual(['now', 'east'])
  expect(undated.map(({ slug }) => slug)).toEqual(['no-date'])
  expect(heldBack).toEqual([
    {
      file: 'articles/old-draft.md',
      title: 'old-draft',
      what: 'article',
      why: 'draft',
      until: '2024-01-01T00:00:00+07:00',
    },
    {
      file: 'articles/in-a-second.md',
      title: 'in-a-second',
      what: 'article',
      why: 'scheduled',
      until: '2025-07-04T22:13:01+07:00',
    },
    {
      file: 'articles/later.md',
      title: 'later',
      what: 'article',
      why: 'scheduled',
      until: '2025-07-05T06:00:00+07:00',
    },
  ])
})

const HELD_BACK: HeldBack[] = [
  {
    file: 'articles/old.md',
    title: 'Old',
    what: 'article',
    why: 'draft',
    until: '2024-01-01T00:00:00+07:00',
  },
  {
    file: 'articles/next-week.md',
    title: 'Next',
    what: 'article',
    why: 'scheduled',
    until: '2025-07-05T06:00:00+07:00',
  },
  {
    file: 'articles/b.md',
    title: 'B',
    what: 'article',
    why: 'scheduled',
    until: '2025-07-06T06:00:00+07:00',
  },
]

test('of a published article, what is still to come is held back', () => {
  const corrected = source('out', {
    publishedAt: '2025-07-01',
    corrections: '[{ at: 2025-07-06, note: To come }, { at: 2025-07-02, note: Come }]',
    withdrawn: '{ at: 2025-07-05, reason: Not ours }',
  })
  const { published, heldBack } = divide({ sources: { articles: [corrected] }, entries: new Map() }, SITE, AT)
  expect(published).toEqual([corrected])
  expect(heldBack.map(({ what, why, until }) => [what, why, until])).toEqual([
    ['withdrawal', 'scheduled', '2025-07-05T00:00:00+07:00'],
    ['correction', 'scheduled', '2025-07-06T00:00:00+07:00'],
  ])
})

test('a build tells them in a table, with the way to release each', () => {
  expect(tellHeldBack(HELD_BACK, { preview: false }).split('\n')).toEqual([
    'held back from readers',
    '  articles/next-week.md   until 2025-07-05T06:00:00+07:00   Next',
    '  articles/b.md           until 2025-07-06T06:00:00+07:00   B',
    '  articles/old.md         draft                             Old',
    '2 scheduled: the first build after its moment releases each',
    '1 draft: until "draft: true" is taken out',
  ])
  expect(tellHeldBack(HELD_BACK, { preview: true })).toContain('in this preview')
})

test('a build that holds nothing back says so', () => {
  expect(tellHeldBack([], { preview: false })).toBe('nothing is held back: every article is published')
})

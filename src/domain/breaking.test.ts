import { describe, expect, test } from 'vitest'
import { article, editionOf, siteWith } from '../../tests/support/newsroom.ts'
import { breakingSchema } from './breaking.ts'

const schema = breakingSchema('Asia/Jakarta')
const LINE = { text: 'The strait is closed', from: '2025-07-04T20:00', until: '2025-07-04T23:00' }

describe('a line is', () => {
  test.each([
    {},
    { article: 'a-story' },
    { href: '/about/' },
    { href: 'https://bmkg.example/gempa' },
    { text: 'Tax < 10%, and B > C' },
    { text: 'AT&T and R&B' },
    { text: 'Who is * and why 2 ** 3' },
  ])('%j', (fields) => {
    expect(schema.safeParse({ ...LINE, ...fields }).error?.issues).toBeUndefined()
  })
})

// What WordPress editors have in the fields of breaking-news plugins, which print it as it stands.
test.each([
  [{ text: '<b>Closed</b>' }, 'text', 'without tags of HTML'],
  [{ text: 'Tax &amp; toll' }, 'text', 'write the letter itself'],
  [{ text: 'The [strait](/x/) is closed' }, 'text', 'links of Markdown'],
  [{ text: '**Closed**' }, 'text', 'signs of Markdown'],
  [{ text: 'x'.repeat(141) }, 'text', 'at most 140'],
  [{ text: 'two\nlines' }, 'text', 'one line'],
  [{ until: '2025-07-04T19:59' }, 'until', 'after from'],
  [{ until: '2025-07-04T20:00' }, 'until', 'after from'],
  [{ until: undefined }, 'until', 'date'],
  [{ article: 'a-story', href: '/x/' }, 'href', 'beside "article"'],
  [{ href: 'javascript:alert(1)' }, 'href', 'must be a path'],
  [{ href: '//other.example/' }, 'href', 'must be a path'],
])('%j is no line', (fields, path, message) => {
  expect(schema.safeParse({ ...LINE, ...fields }).error?.issues).toEqual([
    expect.objectContaining({ path: [path], message: expect.stringContaining(message) }),
  ])
})

describe('an edition shows it', () => {
  const story = article('a-story', { publishedAt: '2025-07-04T20:30:00+07:00' })
  const at = (time: string, fields: object = { article: 'a-story' }) =>
    editionOf([story], {
      site: siteWith({}),
      at: new Date(`2025-07-04T${time}+07:00`),
      breaking: schema.parse({ ...LINE, ...fields }),
    }).breaking

  test('from its moment until the other', () => {
    const shown = ['19:59:59', '20:00:00', '22:59:59', '23:00:00'].map((time) => at(time) !== undefined)
    expect(shown).toEqual([false, true, true, false])
  })

  test('with its article once that is published', () => {
    expect(at('20:29:59')).toMatchObject({ text: LINE.text, article: undefined })
    expect(at('20:30:00')?.article).toMatchObject({ slug: 'a-story' })
  })

  test('by a name that stays when its text is mended', () => {
    const ids = [{}, { text: 'The strait is open' }, { from: '2025-07-04T19:00' }, { href: '/about/' }].map(
      (fields) => at('21:00:00', fields)?.id,
    )
    expect(ids[1]).toBe(ids[0])
    expect(new Set(ids).size).toBe(3)
  })
})

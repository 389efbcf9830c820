import { expect, test } from 'vitest'
import { commentsOf } from '#moving-in/comments.ts'
import type { ConversionContext } from '#moving-in/conversion.ts'
import { convertText } from '#moving-in/to-markdown.ts'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import { bodyOf } from './content.ts'
import { replaceLiterals } from './literals.ts'
import { descriptionOf } from './seo.ts'

const context: ConversionContext = {
  upload: () => undefined,
  ownUploads: () => [],
  mediaPaths: (address) => [address],
  servedAt: (path) => path,
  link: (href) => ({ href }),
  uploadAt: () => undefined,
  find: ([path]) => path,
  refused: new Set(),
}

function convert(content: string): string {
  return convertText(
    bodyOf({ content, meta: new Map() }, context, () => undefined),
    context,
  ).markdown
}

const numbered = (count: number, made: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => made(i))

test.each<[string, number, (count: number) => string]>([
  ['shortcodes with one end for all', 4000, (count) => `${'[box]'.repeat(count)}[/box]`],
  ['shortcodes of a name each', 2000, (count) => numbered(count, (i) => `[b${i}]`).join('')],
  ['blocks without an end', 2000, (count) => '<!-- wp:a {'.repeat(count)],
  ['comments without an end', 4000, (count) => '<!--['.repeat(count)],
  ['tags without an end', 4000, (count) => '<a ['.repeat(count)],
  [
    'pictures in a gallery',
    800,
    (count) => `<figure class="wp-block-gallery">${'<img src="a.jpg">'.repeat(count)}</figure>`,
  ],
  ['pictures of a name each', 800, (count) => numbered(count, (i) => `<p><img src="${i}.jpg">`).join('')],
  ['marks around nothing', 2000, (count) => '<a href="x"></a>'.repeat(count)],
  ['scripts', 2000, (count) => '<script></script>'.repeat(count)],
])('a text of many %s takes time in proportion to them', (_case, size, made) => {
  expect(growthOf((count) => convert(made(count)), size)).toBeLessThan(MOST_OF_LINEAR)
})

test('codes without an end are looked through in time in proportion to them', () => {
  const read = (count: number) => expect(replaceLiterals('<pre>['.repeat(count), () => '')).toContain('<pre>')
  expect(growthOf(read, 4000)).toBeLessThan(MOST_OF_LINEAR)
})

test('a text of half a million paragraphs is refused before it is read', () => {
  expect(() => convert('<p>x'.repeat(500_000))).toThrow('its HTML has more than 100,000 tags')
})

test('a comment of many links without an end takes time in proportion to them', () => {
  const read = (count: number) => {
    const html = '<a href="x">'.repeat(count)
    const comment = { id: '1', parent: '', author: 'Wati', url: '', at: new Date(0), html: `${html}words` }
    expect(commentsOf([comment], 'UTC', '').comments).toHaveLength(1)
  }
  expect(growthOf(read, 40)).toBeLessThan(MOST_OF_LINEAR)
})

test('an excerpt of many links without an end takes time in proportion to them', () => {
  const read = (count: number) => descriptionOf({ excerpt: '<a href='.repeat(count), meta: new Map() })
  expect(growthOf(read, 4000)).toBeLessThan(MOST_OF_LINEAR)
})

import { expect, test } from 'vitest'
import { renderBody } from './render.ts'

const TEXT = 'First.[^1]\n\n# One\n\n## Two\n\n[^1]: A note.\n'

function render(id: string) {
  return renderBody(TEXT, {
    image: () => Promise.reject(new Error('no pictures here')),
    href: (written) => written,
    labels: { footnotes: 'Notes', backToReference: 'Back to {reference}', table: 'Table', credit: 'Picture' },
    within: { id, depth: 3 },
  })
}

test('two texts in one page share no id, and each is below its heading', async () => {
  const [one, other] = await Promise.all([render('2026-11-29-1904'), render('2026-11-29-1904-2')])
  const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  const ids = [...idsOf(one.html), ...idsOf(other.html)]
  expect(ids).toHaveLength(10)
  expect(new Set(ids).size).toBe(10)
  expect(one.headings).toEqual([
    { depth: 4, id: '2026-11-29-1904--one', text: 'One' },
    { depth: 4, id: '2026-11-29-1904--two', text: 'Two' },
  ])
})

test('every reference within a text leads to an id of it', async () => {
  const { html } = await render('2026-11-29-1904')
  const named = [...html.matchAll(/(?:href="#|aria-describedby=")([^"]+)"/g)].map(([, id]) => id)
  expect(named.length).toBeGreaterThan(2)
  for (const id of named) expect(html).toContain(`id="${id}"`)
})

import { describe, expect, test } from 'vitest'
import { elementsOf, textOf } from '../support/html.ts'
import { readFixture } from '../support/sites.ts'

const PARTS = ['far-election', 'far-summit', 'far-drought']
const hrefOf = (slug: string) => `/daily/world/${slug}/`

/** What the article's box says of its series. */
async function boxOf(slug: string) {
  const page = elementsOf(await readFixture(`world/${slug}/index.html`))
  const [box] = page.filter(
    ({ tagName, properties }) => tagName === 'nav' && String(properties.ariaLabelledBy) === 'series-heading',
  )
  const inBox = box?.children.flatMap(function below(node): typeof page {
    return node.type === 'element' ? [node, ...node.children.flatMap(below)] : []
  })
  return { page, inBox: inBox ?? [], text: textOf(box) }
}

describe('an article of a series', () => {
  test.each([
    [1, undefined, 'far-summit'],
    [2, 'far-election', 'far-drought'],
    [3, 'far-summit', undefined],
  ])(
    'says that it is part %i of those that are published, and leads to the others',
    async (place, before, after) => {
      const own = PARTS[place - 1] ?? ''
      const { page, inBox, text } = await boxOf(own)
      expect(text).toContain(`Part ${place} of 3`)
      expect(inBox.filter(({ tagName }) => tagName === 'a').map(({ properties }) => properties.href)).toEqual(
        ['/daily/series/far-away/', ...PARTS.filter((part) => part !== own).map(hrefOf)],
      )
      const current = inBox.filter(({ properties }) => properties.ariaCurrent === 'page')
      expect(current.map(textOf).map((title) => title.trim())).toEqual([
        `F${own.slice(1).replace('-', ' ')} in the news`,
      ])
      const steps = page.filter(
        ({ tagName, properties }) =>
          tagName === 'a' && ['prev', 'next'].includes(String(properties.rel)) && properties.href,
      )
      const stepTo = (label: string) =>
        steps.find((step) => textOf(step).trim().startsWith(label))?.properties.href
      expect([stepTo('Previous part'), stepTo('Next part')]).toEqual([
        before && hrefOf(before),
        after && hrefOf(after),
      ])
    },
  )

  test('one of none has no box', async () => {
    expect((await boxOf('harbour-opens')).inBox).toEqual([])
  })
})

describe('the page of a series', () => {
  test('lists the published parts in their order, with its own feed, picture and date', async () => {
    const html = await readFixture('series/far-away/index.html')
    const page = elementsOf(html)
    const [main] = page.filter(({ tagName }) => tagName === 'main')
    const [list] = page.filter(
      ({ tagName, children }) =>
        tagName === 'ol' &&
        textOf({ type: 'element', tagName, properties: {}, children }).includes('Far election'),
    )
    expect(textOf(page.find(({ tagName }) => tagName === 'h1')).trim()).toBe('News from far away')
    expect(textOf(main)).toContain('What happens beyond the harbour, told in order.')
    expect(textOf(main)).toContain('Series: 3 parts')
    expect(textOf(list)).toMatch(/1\s*World\s*Far election.*2\s*World\s*Far summit.*3\s*World\s*Far drought/s)
    expect(page.some(({ properties }) => properties.alt === 'A band of sea under a band of sky')).toBe(true)
    expect(html).toContain('type="application/rss+xml" title="RSS: News from far away"')
    expect(await readFixture('sitemap-0.xml')).toContain(
      '/daily/series/far-away/</loc><lastmod>2025-06-13T17:15:00.000Z',
    )
  })

  test('has a feed of its parts, newest first', async () => {
    const feed = await readFixture('series/far-away/rss.xml')
    expect([...feed.matchAll(/<item><title>([^<]*)/g)].map(([, title]) => title)).toEqual([
      'Far drought in the news',
      'Far summit in the news',
      'Far election in the news',
    ])
  })
})

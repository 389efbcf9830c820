import { expect, test } from 'vitest'
import { searchedPage } from './searched-page.ts'

const page = (body: string) =>
  `<!DOCTYPE html><html lang="id"><body><nav>Menu</nav>${body}<footer>Foot</footer></body></html>`
const ARTICLE =
  '<article data-pagefind-body data-search-lang="en-GB" data-published="2025-07-04T15:00:00.000Z">'

test('what is searched is taken out of the page, less what tells of other articles', () => {
  const next = '<nav data-pagefind-ignore="all"><div>Next <nav>inner</nav></div><img src="x"></nav>'
  const comments = '<ol data-pagefind-body><li>A comment<li>Another</ol>'
  const html = page(
    `<p>Before</p>${ARTICLE}<h1>A <b>b</b></h1><br>${next}<p data-pagefind-ignore>By</p></article>${next}${comments}`,
  )
  expect(searchedPage(html)).toEqual({
    language: 'en',
    published: '2025-07-04T15:00:00.000Z',
    html: `${ARTICLE}<h1>A <b>b</b></h1><br><p data-pagefind-ignore>By</p></article>${comments}`,
  })
})

test('an element of the same name inside, and a tag in an attribute, end nothing', () => {
  const inner = '<article title="</article>">In</article>'
  expect(searchedPage(page(`${ARTICLE}${inner}<p>After</p></article>`))?.html).toBe(
    `${ARTICLE}${inner}<p>After</p></article>`,
  )
})

test('a page without a searched element is passed over', () => {
  expect(searchedPage(page('<article>A</article>'))).toBeUndefined()
  expect(searchedPage(page('<p>data-pagefind-body</p>'))).toBeUndefined()
})

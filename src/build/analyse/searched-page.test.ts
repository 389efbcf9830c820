import { expect, test } from 'vitest'
import { contentDigest } from '#cache/content-digest.ts'
import { ownAddresses } from './own-address.ts'
import { factsOf } from './read-file.ts'
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

test('what is found beside all else in a page is the same', () => {
  const inner = '<ul><li>One<li data-pagefind-ignore="all">Two <b>b</b></ul><p>A<p>B<img src="/x.webp">'
  const html = page(
    `<main><section><p>Before${ARTICLE}${inner}</article><p data-pagefind-body>C</p></section></main>`,
  )
  const found = searchedPage(html)
  const { searched } = factsOf('a/index.html', html, '/a/', ownAddresses('https://a.example/'))
  expect(searched).toEqual([found?.language, found?.published, contentDigest(found?.html ?? '')])
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

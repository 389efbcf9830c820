import { expect, test } from 'vitest'
import { ownAddresses } from './own-address.ts'
import { factsOf, isRead } from './read-file.ts'

const own = ownAddresses('https://a.example/')
const read = (file: string, text: string) => factsOf(file, text, '/city/', own)
const page = (parts: { head?: string; main?: string } = {}) =>
  `<!doctype html><html lang="en"><head>${parts.head ?? '<title>T</title><link rel="canonical" href="https://a.example/city/">'}</head>
<body><main id="content">${parts.main ?? '<h1>H</h1><p>Text'}</main></body></html>`

test('a sound page has no faults, and is known by its addresses and ids', () => {
  const main = `<h1 id="h">H</h1><img src="/a.webp" srcset="/a.webp 1x, /b.webp 2x">
    <div class="prose text-body"><a href="/later/#x">A</a><img src="/in-text.webp"></div><a href="#h">Up</a>`
  expect(read('city/index.html', page({ main }))).toEqual({
    kind: 'page',
    links: ['/city/', '/a.webp', '/b.webp', '/in-text.webp', '/city/#h'],
    authored: ['/later/#x'],
    ids: ['content', 'h'],
    faults: [],
    searched: [],
  })
})

test('an article says that it is one', () => {
  const head = '<title>T</title><link rel="canonical" href="/x/"><meta property="og:type" content="article">'
  expect(read('city/x/index.html', page({ head })).kind).toBe('article')
})

test.each([
  ['no title', { head: '<title> </title><link rel="canonical" href="/city/">' }, 'has no title'],
  ['no canonical', { head: '<title>T</title>' }, 'has 0 canonical'],
  [
    'two canonicals',
    { head: '<title>T</title><link rel="canonical" href="/a/"><link rel="canonical" href="/b/">' },
    'has 2 canonical',
  ],
  ['no h1', { main: '<p>Text' }, 'has 0 headings'],
  ['two h1', { main: '<h1>A</h1><h1>B</h1><p>Text' }, 'has 2 headings'],
  ['a heading alone', { main: '<h1>A</h1> <style>p{}</style><div></div>' }, 'shows nothing'],
  ['a badge of what is held back', { main: '<h1>A</h1><p data-unpublished>Draft' }, 'not published'],
  ['a broken address', { main: '<h1>A</h1><a href="https://">Text</a>' }, 'no address'],
])('a page with %s has a fault', (_case, parts, words) => {
  expect(read('city/index.html', page(parts)).faults).toEqual([expect.stringContaining(words)])
})

test('a title within a picture is not the page’s', () => {
  const main = '<h1>A</h1><svg><title>Picture</title></svg><p>Text'
  const head = '<link rel="canonical" href="/a/">'
  expect(read('a/index.html', page({ head, main })).faults).toEqual([expect.stringContaining('has no title')])
})

test('a redirect needs no text, and leads on', () => {
  const head =
    '<title>T</title><link rel="canonical" href="/new/"><meta http-equiv="refresh" content="0; url=/new/">'
  expect(read('old.html', page({ head, main: '<h1>Moved</h1>' }))).toMatchObject({
    faults: [],
    links: ['/new/'],
  })
})

test('structured data names addresses, ids not among them', () => {
  const main =
    '<h1>A</h1><p>T<script type="application/ld+json">{"@id":"https://a.example/#me","image":["https://a.example/i.jpg"]}</script>'
  expect(read('index.html', page({ main })).links).toEqual(['/city/', '/i.jpg'])
  const broken = '<h1>A</h1><p>T<script type="application/ld+json">{</script>'
  expect(read('index.html', page({ main: broken })).faults).toEqual([
    expect.stringContaining('cannot be read'),
  ])
})

test('a fragment is a part', () => {
  expect(read('fragments/x/index.html', '<a href="/city/">City</a>')).toMatchObject({
    kind: 'part',
    links: ['/city/'],
    faults: [],
  })
})

test('a feed in XML names its links, and those in the texts of its items', () => {
  const xml = `<rss xmlns:media="https://a.example/ns"><channel><link>https://a.example/</link>
    <item><guid isPermaLink="false">https://a.example/old-guid/</guid><link>https://a.example/x/</link>
    <content:encoded><![CDATA[<p><a href="https://a.example/later/">A</a><img src="https://a.example/i.jpg"></p>]]></content:encoded>
    <description>&lt;a href="/also/"&gt;</description>
    <media:content url="https://a.example/m.jpg"/></item></channel></rss>`
  expect(read('rss.xml', xml)).toMatchObject({
    kind: 'part',
    links: ['/', '/x/', '/i.jpg', '/m.jpg'],
    authored: ['/later/', '/also/'],
  })
})

test('a title that looks like HTML is none', () => {
  const entry =
    '<entry><title>&lt;img src=x&gt;</title><author><name>&lt;a href="/b/"&gt;</name></author></entry>'
  expect(read('atom.xml', `<feed>${entry}</feed>`)).toMatchObject({ links: [], authored: [] })
  const channel = '<channel><description>&lt;img src=x&gt;</description></channel>'
  expect(read('rss.xml', `<rss>${channel}</rss>`)).toMatchObject({ links: [], authored: [] })
})

test('a plain text may name a host by its number', () => {
  const { faults } = read('security.txt', 'Contact: https://[::1]/\n(see https://b.example/x).\n')
  expect(faults).toEqual([])
})

test('of an entry of Atom, what says that it is HTML is read as such', () => {
  const entry =
    '<summary>]]&gt; &lt;img src=x&gt;</summary><content type="html">&lt;img src="/i.jpg"&gt;</content>'
  expect(read('atom.xml', `<feed><entry>${entry}</entry></feed>`).links).toEqual(['/i.jpg'])
})

test('JSON names its links, and those in its HTML', () => {
  const json = JSON.stringify({
    home_page_url: 'https://a.example/',
    items: [
      {
        id: 'https://a.example/guid/',
        content_html: '<a href="/later/">A</a>',
        // Plain text, whatever signs an author has put there.
        title: '<img src=x onerror=alert(1)>',
        tags: ['<a href="/b/">'],
      },
    ],
  })
  expect(read('feed.json', json)).toMatchObject({ links: ['/'], authored: ['/later/'] })
  expect(read('feed.json', '{').faults).toEqual([expect.stringContaining('holds JSON')])
})

test('style sheets and plain texts name theirs', () => {
  expect(
    read('a.css', '@font-face{src:url("/f.woff2") url(g.woff2) url(data:font/woff2;base64,AA)}').links,
  ).toEqual(['/f.woff2', '/city/g.woff2'])
  expect(read('robots.txt', 'Sitemap: https://a.example/s.xml\n').links).toEqual(['/s.xml'])
})

test('pictures and search indexes are not read', () => {
  expect(['a.webp', 'pagefind/en/x.pf_index', 'a.js'].filter(isRead)).toEqual([])
})

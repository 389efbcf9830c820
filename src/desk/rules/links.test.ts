import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SiteInput } from '#domain/site.ts'
import { siteWith } from '../../../tests/support/newsroom.ts'
import {
  articleFile,
  problemAt,
  problemsOf,
  SITE,
  STAFF,
  warningAt,
} from '../../../tests/support/temporary-newsroom.ts'
import { checkLinks } from './links.ts'

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 10) / 1000))
})

afterEach(() => {
  vi.unstubAllEnvs()
})

const AD = { src: '/a.png', alt: 'An advertisement', width: 728, height: 90 }
const PAGE = '---\ntitle: About\ndescription: Us\n---\n'
const NEWSROOM = {
  ...STAFF,
  'src/content/authors/ani.yml': 'name: Ani\naliases: [/author/anni/]',
  'src/content/categories/politics.yml': 'name: Politics\naliases: [/politik/, /rubrik/politik/]',
  'src/content/tags.yml': 'Tax Reform: [/tag/taxes/]\nTax Cuts: [/tag/cuts/]',
  'src/content/pages/about.md': `${PAGE}## People\n`,
  'public/files/report.pdf': 'PDF',
  'articles/2025/budget.md': articleFile(
    {
      tags: '[Tax Reform, C++, "#Reform"]',
      aliases: '[/2024/old/, /2024/old.html]',
      authors: '[ani]',
      series: '{ slug: taxes, part: 1 }',
    },
    '## What changed\n\n## Quoted "words" -- and more',
  ),
  'articles/draft.md': articleFile({ draft: 'true', tags: '[Secret]' }),
  'articles/next-week.md': articleFile({
    publishedAt: '2025-07-17T09:00',
    tags: '[Later]',
    series: '{ slug: harvest, part: 1 }',
  }),
  'articles/2024/unreadable.md': 'No front matter',
}

const judged = (body: string, fields = {}, site = SITE) =>
  problemsOf(checkLinks, { ...NEWSROOM, 'articles/2025/x.md': articleFile(fields, body) }, site)

test.each([
  '/',
  '/politics/',
  '/politics/page/2/',
  '/politics/rss.xml',
  '/politics/budget/',
  '/politik/',
  '/politik/budget/#what-changed',
  '/politik/page/2/',
  '/politik/feed.json',
  '/rubrik/politik/atom.xml',
  '/author/anni/rss.xml',
  '/tag/taxes/',
  '/tag/reform/',
  '/tag/c/',
  '/politics/budget/?from=x#what-changed',
  '/politics/budget/#quoted-words--and-more',
  '/politics/budget/#comments',
  '/politics/budget/#:~:text=tax',
  '../budget/',
  '#here',
  '#top',
  '?page=2',
  '/about/#people',
  '/author/ani/',
  '/author/ani/rss.xml',
  '/tag/tax-reform/',
  '/archive/',
  '/archive/2025/07/',
  '/search/?q=tax',
  '/trending/',
  '/corrections/',
  '/corrections/rss.xml',
  '/series/taxes/',
  '/series/taxes/rss.xml',
  '/2024/old/',
  '/2024/old.html',
  '/rss.xml',
  '/files/report.pdf',
  '/logo.png',
  'https://warta.example/politics/budget/#what-changed',
  'https://elsewhere.example/politics/gone/',
  '//elsewhere.example/gone/',
  'mailto:desk@warta.example',
  'tel:+6221',
  // The file says for itself what is wrong with it.
  '/politics/unreadable/',
])('a link to %s leads somewhere', async (href) => {
  expect(await judged(`## Here\n\n[A](${href})`)).toEqual([])
})

test.each([
  ['', 'the link "" names no address.'],
  ['https://[', 'is no address that browsers understand'],
  ['/politics/budgt/', 'leads to no page. Did you mean "/politics/budget/"?'],
  ['/Politics/budget/', 'leads to no page. Did you mean "/politics/budget/"?'],
  ['/world/budget/', 'leads to no page. Did you mean "/politics/budget/"?'],
  ['https://warta.example/world/budget/', 'leads to no page. Did you mean "/politics/budget/"?'],
  ['/nowhere/at/all/', 'leads to no page. An article is at /category/slug/'],
  ['/tag/taxes-and-other-duties/', 'leads to no page.'],
  ['/author/nobody-of-this-outlet/', 'leads to no page.'],
  ['/archive/2019/01/', 'leads to no page.'],
  ['/nowhere/page/2/', 'leads to no page.'],
  ['/series/taxs/', 'leads to no page. Did you mean "/series/taxes/"?'],
  ['/corrections/today/', 'leads to no page.'],
  ['/files/gone.pdf', 'leads to no page.'],
  ['/%E9/', 'leads to no page.'],
  ['./budget.md', 'names a file. Write the address of its page: /politics/budget/.'],
  ['gone.md', 'names a file, and there is none of that name.'],
  ['./report.pdf', 'Put it into public/ and link to /report.pdf.'],
  ['report.pdf', 'Put it into public/ and link to /report.pdf.'],
  ['kompas.example', 'lacks its start. Write "https://kompas.example".'],
  ['www.kompas.example/a?b=c#d', 'lacks its start. Write "https://www.kompas.example/a?b=c#d".'],
  ['https:/kompas.example/a', 'lacks its start. Write "https://kompas.example/a".'],
  ['budi@uji.example', 'lacks its start. Write "mailto:budi@uji.example".'],
  ['+62-21-555-0101', 'lacks its start. Write "tel:+62215550101".'],
  ['<0812 3456 7890>', 'lacks its start. Write "tel:081234567890".'],
])('a link to %j is an error', async (href, advice) => {
  expect(await judged(`## Here\n\n[A](${href})`)).toEqual([problemAt('articles/2025/x.md:10:1', advice)])
})

test.each([
  ['/politics/draft/', 'leads to a draft: readers will find no page. Publish articles/draft.md too'],
  ['/tag/secret/', 'leads to a draft: readers will find no page. Publish articles that would be listed'],
  [
    '/politics/next-week/',
    'leads nowhere until 2025-07-17 02:00 UTC, when articles/next-week.md is published',
  ],
  ['/tag/later/', 'leads nowhere until 2025-07-17 02:00 UTC'],
  ['/series/harvest/', 'leads nowhere until 2025-07-17 02:00 UTC, when articles that would be listed there'],
  ['/politics/budget', 'needs a detour. Write /politics/budget/.'],
  ['#gone', 'leads to no heading of articles/2025/x.md. A heading'],
  ['/politics/budget/#what-change', 'no heading of articles/2025/budget.md. Did you mean "#what-changed"?'],
  ['/politics/budget/index.html', 'needs a detour. Write /politics/budget/.'],
])('a link to %s is a warning', async (href, advice) => {
  expect(await judged(`[A](${href})`)).toEqual([warningAt('articles/2025/x.md:8:1', advice)])
})

test('a draft may link to drafts, and what it misses is a warning', async () => {
  const body = '[A](/politics/draft/) [B](/politics/next-week/) [C](/politics/not-yet-written/)'
  expect(await judged(body, { draft: 'true' })).toEqual([
    warningAt('articles/2025/x.md:9:49', 'leads to no page'),
  ])
})

test('an embargoed article may link to what is published by then', async () => {
  const body = '[A](/politics/next-week/) [B](/politics/draft/)'
  expect(await judged(body, { publishedAt: '2025-07-17T09:00' })).toEqual([
    warningAt('articles/2025/x.md:8:27', 'leads to a draft'),
  ])
})

test('a site below a path is judged from its own front page, in the words of authors', async () => {
  const site = { ...SITE, url: 'https://warta.example/daily/' }
  const body =
    '[A](/politics/budget/) [B](https://warta.example/other/) [C](https://warta.example/daily/politics/budgt/)'
  expect(await judged(body, {}, site)).toEqual([
    problemAt('articles/2025/x.md:8:58', 'Did you mean "/politics/budget/"?'),
  ])
})

test('a file beside the article is no host, whatever its name', async () => {
  const files = {
    ...NEWSROOM,
    'articles/2025/x.md': articleFile({}, '[A](tabel.harga)'),
    'articles/2025/tabel.harga': 'x',
  }
  expect(await problemsOf(checkLinks, files)).toEqual([
    problemAt('articles/2025/x.md:8:1', 'Put it into public/ and link to /tabel.harga.'),
  ])
})

test.each([
  ['support.link', { support: { title: 'T', text: 'T', link: { label: 'L', href: '/abuot/' } } }],
  ['security.contact.0', { security: { contact: ['https://warta.example/abuot/'] } }],
  ['security.policy', { security: { contact: ['tel:1'], policy: 'https://warta.example/abuot/' } }],
  ['comments.contact', { comments: { contact: '/abuot/' } }],
  ['ads.under.image', { ads: { under: { height: 90, image: { ...AD, href: '/abuot/' } } } }],
] satisfies [string, Partial<SiteInput>][])(
  'a link of the config at %s is judged too',
  async (setting, settings) => {
    const found = await problemsOf(checkLinks, NEWSROOM, siteWith(settings))
    expect(found).toContainEqual(problemAt('src/site.config.ts:1:1', `${setting}: the link "`))
  },
)

test.each([
  ['#', undefined],
  ['#content', undefined],
  ['/about/#people', undefined],
  ['/about/#gone', problemAt('src/site.config.ts:1:1', 'leads to no heading of')],
  ['#gone', problemAt('src/site.config.ts:1:1', 'names "#gone" of a page that has no headings')],
  ['/politics/#gone', problemAt('src/site.config.ts:1:1', 'names "#gone" of a page that has no headings')],
  ['/about', warningAt('src/site.config.ts:1:1', 'needs a detour')],
])('in the menu, which is on every page, %s is told where it leads nowhere', async (href, problem) => {
  const site = siteWith({ menu: [{ label: 'A', href }] })
  const found = await problemsOf(checkLinks, NEWSROOM, site)
  expect(found.filter(({ file }) => file === 'src/site.config.ts')).toEqual(
    problem ? [expect.objectContaining(problem)] : [],
  )
})

test('static pages, the menu and the footer are judged too', async () => {
  const site = {
    ...SITE,
    menu: ['politics', { label: 'A', href: '/about/' }, { label: 'B', href: '/abuot/' }],
    footerLinks: [
      { label: 'C', href: '/files/gone.pdf' },
      { label: 'D', href: 'budi@uji.example' },
    ],
  }
  const files = { ...NEWSROOM, 'src/content/pages/about.md': `${PAGE}[A](#gone)` }
  expect(await problemsOf(checkLinks, files, site)).toEqual([
    warningAt('src/content/pages/about.md:5:1', 'leads to no heading of src/content/pages/about.md'),
    problemAt(
      'src/site.config.ts:1:1',
      'menu.2: the link "/abuot/" leads to no page. Did you mean "/about/"?',
    ),
    problemAt('src/site.config.ts:1:1', 'footerLinks.0: the link "/files/gone.pdf" leads to no page'),
    problemAt(
      'src/site.config.ts:1:1',
      'footerLinks.1: the link "budi@uji.example" lacks its start. Write "mailto:',
    ),
  ])
})

import { expect, test } from 'vitest'
import { parseSite, type SiteInput } from '#domain/site.ts'
import {
  articleFile,
  problemAt,
  problemsOf,
  SITE,
  STAFF,
  warningAt,
} from '../../../tests/support/temporary-newsroom.ts'
import type { Rule } from '../check.ts'
import { checkDuplicates } from './duplicates.ts'
import { checkLanguages } from './languages.ts'
import { checkLinks } from './links.ts'
import { checkRoutes } from './routes.ts'
import { checkTexts } from './texts.ts'
import { checkTranslations } from './translations.ts'

const CONFIG = `export default {\n  languages: [\n    { locale: 'id', path: 'id' },\n  ],\n}`
const PAGE = (fields = '') => `---\ntitle: A\ndescription: B\n${fields}---\n\nText.\n`
const siteOf = (languages: SiteInput['languages'] = [{ locale: 'id', path: 'id' }]) =>
  parseSite({ ...SITE, locale: 'en', articleLanguage: 'en', languages })
const judge = (files: Record<string, string>, site = siteOf(), rule: Rule = checkLanguages) =>
  problemsOf(rule, { 'src/site.config.ts': CONFIG, ...STAFF, ...files }, site)

test('an outlet of several languages with nothing amiss passes', async () => {
  const files = {
    'src/content/categories/politics.yml': 'name: Politics\nlanguages: [{ locale: id, name: Politik }]',
    'src/content/pages/about.md': PAGE(),
    'src/content/pages/tentang.md': PAGE('lang: id\ntranslationOf: about\n'),
  }
  expect(await judge(files)).toEqual([])
})

test.each([
  ['a section', 'src/content/categories/id.yml', 'name: Id', 'belongs to src/content/categories/id.yml'],
  ['a page', 'src/content/pages/id.md', PAGE('draft: true\n'), 'belongs to src/content/pages/id.md'],
  ['a file of public/', 'public/id/a.txt', 'A', 'belongs to the site itself, or to public/'],
])('the folder of a language cannot be that of %s', async (_, file, text, advice) => {
  expect(await judge({ [file]: text })).toEqual([
    problemAt(
      'src/site.config.ts:3:27',
      `"languages.0.path" is "id", but the address /id/ ${advice}. Choose another.`,
    ),
  ])
})

test.each(['tag', 'archive', 'page', 'fragments', 'admin', 'feeds'])('nor can it be /%s/', async (path) => {
  expect(await judge({}, siteOf([{ locale: 'id', path }]))).toEqual([
    problemAt('src/site.config.ts:3:27', `the address /${path}/ belongs to the site itself, or to public/`),
  ])
})

test('words in a language that the outlet does not have are told', async () => {
  const files = {
    'src/content/authors/budi-santoso.yml': 'name: Budi\nlanguages: [{ locale: jv, role: Juru warta }]',
  }
  const problem = problemAt(
    'src/content/authors/budi-santoso.yml:2:23',
    'the outlet has no language "jv". Its languages are en, id',
  )
  expect(await judge(files)).toEqual([problem])
  expect(await judge(files, siteOf([]))).toEqual([expect.objectContaining({ line: 2, column: 23 })])
})

test('a page that readers of one language do not have is a warning, but for a draft', async () => {
  const files = {
    'src/content/pages/about.md': PAGE(),
    'src/content/pages/kontak.md': PAGE('lang: id\n'),
    'src/content/pages/later.md': PAGE('draft: true\n'),
  }
  expect(await judge(files)).toEqual([
    warningAt('src/content/pages/about.md:1:1', 'there is no version of this page in Indonesian. Write one'),
    warningAt('src/content/pages/kontak.md:1:1', 'there is no version of this page in English. Write one'),
  ])
  expect(await judge(files, siteOf([]))).toEqual([])
})

test('a further language without texts is told at its place', async () => {
  expect(await judge({}, siteOf([{ locale: 'ms', path: 'ms' }]), checkTexts)).toEqual([
    problemAt('src/site.config.ts:3:15', '"languages.0.locale" is "ms", but there are no texts in Malay.'),
  ])
  const [missing, ...others] = await judge(
    { 'src/texts/ms.ts': `export default { skipToContent: 'Langkau' }` },
    siteOf([{ locale: 'ms', path: 'ms' }]),
    checkTexts,
  )
  expect(others).toEqual([])
  expect(missing?.message).toMatch(/ texts are missing/)
  expect(missing?.message).not.toMatch(/webDesk|moderation|publisher/)
})

test('a page is translated by the rules of an article', async () => {
  const files = {
    'src/content/pages/about.md': PAGE(),
    'src/content/pages/again.md': PAGE('translationOf: about\n'),
    'src/content/pages/tentang.md': PAGE('lang: id\ntranslationOf: abuot\n'),
  }
  expect(await judge(files, siteOf(), checkTranslations)).toEqual([
    problemAt(
      'src/content/pages/again.md:4:16',
      '"about" is in en too. Say in "lang" which language this page is in',
    ),
    problemAt('src/content/pages/tentang.md:5:16', 'the page "abuot" is not known. Did you mean "about"?'),
  ])
})

test('parts of a series have a number of their own in each language', async () => {
  const part = (lang: string) => articleFile({ series: '{ slug: taxes, part: 1 }', lang })
  const files = { 'articles/a.md': part('en'), 'articles/b.md': part('id') }
  const rule = checkDuplicates
  expect(await judge(files, siteOf(), rule)).toEqual([])
  expect((await judge(files, siteOf([]), rule)).length).toBe(2)
})

test.each([
  // Where the article is, and where what it would be without the language leads there from.
  ['/id/politics/anggaran/', 'this very article'],
  ['/politics/anggaran/', 'this very article'],
  ['/id/archive/', 'the site itself'],
  ['/id/politics/', 'src/content/categories/politics.yml'],
  ['/id/archive/2025/', 'a page that the site makes itself'],
])('an old address cannot be %s', async (alias, owner) => {
  const files = { 'articles/anggaran.md': articleFile({ lang: 'id', aliases: `[${alias}]` }) }
  expect((await judge(files, siteOf(), checkRoutes)).map(({ message }) => message)).toEqual([
    `the alias "${alias}" is the address of ${owner}. Take it out.`,
  ])
})

test('an old address can be where an article was before it turned out to be in another language', async () => {
  const files = { 'articles/budget.md': articleFile({ aliases: '[/id/politics/budget/, /id/old/]' }) }
  expect(await judge(files, siteOf(), checkRoutes)).toEqual([])
})

test.each(['/state/anggaran/', '/id/state/anggaran/', '/id/state/'])(
  'what a section’s old address leads to in that language is there: %s',
  async (href) => {
    const files = {
      'src/content/categories/politics.yml': 'name: Politics\naliases: [/state/]',
      'articles/anggaran.md': articleFile({ lang: 'id' }, 'Teks.\n'),
      'articles/budget.md': articleFile({}, `[It](${href})\n`),
    }
    expect(await judge(files, siteOf(), checkLinks)).toEqual([])
  },
)

test.each([
  ['/id/', []],
  ['/id/politics/', []],
  ['/id/politics/anggaran/', []],
  ['/politics/anggaran/', []],
  ['/id/feeds/', []],
  ['/id/rss.xml', []],
  ['/id/tag/pajak/', []],
  ['/tag/pajak/', []],
  ['/id/about/', ['leads to no page. Did you mean "/about/"?']],
  ['/id/politics/budget/', ['leads to no page. Did you mean "/politics/budget/"?']],
])('a link to %s is judged by what there is in that language', async (href, faults) => {
  const files = {
    'articles/anggaran.md': articleFile({ lang: 'id', tags: '[Pajak]' }, 'Teks.\n'),
    'articles/budget.md': articleFile({}, `[It](${href})\n`),
    'src/content/pages/about.md': PAGE(),
  }
  const problems = await judge(files, siteOf(), checkLinks)
  expect(problems.map(({ message }) => message)).toEqual(faults.map((fault) => `the link "${href}" ${fault}`))
})

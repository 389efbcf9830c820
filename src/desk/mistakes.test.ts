import { expect, test } from 'vitest'
import { articleFile, SITE, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { checkNewsroom } from './check.ts'
import { brokenFiles, mistakesIn } from './mistakes.ts'
import { readNewsroom } from './read-newsroom.ts'

const SOUND = {
  ...STAFF,
  'src/content/categories/sport.yml': 'name: Sport',
  'src/content/authors/ani.yml': 'name: Ani',
  'src/content/series/tariffs.yml': 'title: Tariffs\ndescription: All of them',
  'src/content/pages/about.md': '---\ntitle: About\ndescription: Us\n---\nText.\n',
  'articles/x.md': articleFile({ authors: '[ani]', series: '{ slug: tariffs, part: 1 }' }),
  'articles/y.md': articleFile({ category: 'sport', contributors: '[{ author: ani, role: editor }]' }),
  'articles/z/index.md': articleFile(),
}

/** The files whose problems each path shows, where one file or more are changed. */
async function shown(changes: Record<string, string>, site = SITE): Promise<Record<string, string[]>> {
  const files = await readNewsroom(await temporaryNewsroom({ ...SOUND, ...changes }))
  const { at } = mistakesIn(files, brokenFiles(files, await checkNewsroom(files, site)), site)
  return Object.fromEntries([...at].map(([path, problems]) => [path, problems.map(({ file }) => file)]))
}

test('in a sound newsroom no page is kept back', async () => {
  expect(await shown({})).toEqual({})
})

test.each<[string, Record<string, string>, Record<string, string[]>]>([
  [
    'an article, in its category and where it may have been',
    { 'articles/x.md': articleFile({ title: undefined, authors: '[bud]' }) },
    {
      '/politics/x/': ['articles/x.md', 'articles/x.md'],
      '/sport/x/': ['articles/x.md', 'articles/x.md'],
    },
  ],
  [
    'one that cannot be read',
    { 'articles/z/index.md': 'No front matter' },
    { '/politics/z/': ['articles/z/index.md'], '/sport/z/': ['articles/z/index.md'] },
  ],
  [
    'one of an unknown category',
    { 'articles/x.md': articleFile({ category: 'politcs' }) },
    { '/politics/x/': ['articles/x.md'], '/sport/x/': ['articles/x.md'] },
  ],
  [
    'an author, and the articles that name them',
    { 'src/content/authors/ani.yml': 'name: 7' },
    {
      '/author/ani/': ['src/content/authors/ani.yml'],
      '/politics/x/': ['src/content/authors/ani.yml'],
      '/sport/x/': ['src/content/authors/ani.yml'],
      '/politics/y/': ['src/content/authors/ani.yml'],
      '/sport/y/': ['src/content/authors/ani.yml'],
    },
  ],
  [
    'a series',
    { 'src/content/series/tariffs.yml': 'title: Tariffs' },
    {
      '/series/tariffs/': ['src/content/series/tariffs.yml'],
      '/politics/x/': ['src/content/series/tariffs.yml'],
      '/sport/x/': ['src/content/series/tariffs.yml'],
    },
  ],
  [
    'a category',
    { 'src/content/categories/sport.yml': 'nme: Sport\nname: Sport' },
    {
      '/sport/': ['src/content/categories/sport.yml'],
      '/politics/y/': ['src/content/categories/sport.yml'],
      '/sport/y/': ['src/content/categories/sport.yml'],
    },
  ],
  [
    'a page',
    { 'src/content/pages/about.md': '---\ntitle: About\n---\nText.\n' },
    { '/about/': ['src/content/pages/about.md'] },
  ],
  [
    'readers’ comments, at their article',
    { 'articles/x.comments.json': '[' },
    { '/politics/x/': ['articles/x.comments.json'], '/sport/x/': ['articles/x.comments.json'] },
  ],
  [
    'what has no page of its own, on the front page',
    { 'src/content/readership.json': '[' },
    { '/': ['src/content/readership.json'] },
  ],
])('the mistakes of %s', async (_case, changes, expected) => {
  expect(await shown(changes)).toEqual(expected)
})

test('a config that names nothing is told on the front page', async () => {
  const site = { ...SITE, menu: ['sprt'] }
  expect(await shown({}, site)).toEqual({ '/': ['src/site.config.ts'] })
})

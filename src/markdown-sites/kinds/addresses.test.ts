import { expect, test } from 'vitest'
import { settingsOf } from '../settings.ts'
import type { Fields } from '../front-matter.ts'
import { KINDS } from './kinds.ts'

const DATE = new Date('2021-03-04T01:00:00Z')

/** The old address of a file. */
function addressOf(name: string, settings: Fields, path: string, more: Record<string, unknown> = {}) {
  const kind = KINDS[name]
  const site = {
    ...settingsOf(settings),
    ...(settings.pattern !== undefined && { permalink: String(settings.pattern) }),
  }
  const place = kind?.placeOf(path, site, () => false)
  if (typeof place !== 'object') return place
  const file = {
    path,
    place,
    title: 'My Title',
    slug: '',
    permalink: undefined,
    categories: [],
    date: DATE,
    timeZone: 'UTC',
    ...more,
  }
  return kind?.addressOf(file, site)
}

test.each([
  ['jekyll', {}, '_posts/2021-03-04-a-b.md', {}, '/2021/03/04/a-b.html'],
  [
    'jekyll',
    {},
    '_posts/2021-03-04-a.md',
    { categories: ['Big City', 'x'] },
    '/big-city/x/2021/03/04/a.html',
  ],
  ['jekyll', { permalink: 'pretty' }, '_posts/2021-03-04-a.md', {}, '/2021/03/04/a/'],
  ['jekyll', { permalink: 'ordinal' }, '_posts/2021-03-04-a.md', {}, '/2021/063/a.html'],
  ['jekyll', { permalink: '/:short_year-:i_month/:slug/' }, '_posts/2021-03-04-A B.md', {}, '/21-3/a-b/'],
  ['jekyll', {}, '_posts/2021-03-04-a.md', { permalink: '/x/:title/' }, '/x/a/'],
  ['jekyll', {}, '_posts/2021-03-04-a.md', { permalink: 'x.html' }, '/x.html'],
  ['jekyll', { permalink: '/:unheard/' }, '_posts/2021-03-04-a.md', {}, undefined],
  ['jekyll', {}, 'about.md', {}, '/about.html'],
  ['jekyll', { permalink: 'pretty' }, 'in/about.md', {}, '/in/about/'],
  ['jekyll', {}, 'in/index.md', {}, '/in/'],
  ['jekyll', { collections: { films: { output: true } } }, '_films/a.md', {}, '/films/a.html'],
  ['jekyll', { collections: { films: { permalink: '/f/:path/' } } }, '_films/in/a.md', {}, '/f/in/a/'],
  ['jekyll', {}, '_layouts/a.html', {}, undefined],
  ['hugo', {}, 'content/posts/My Post.md', {}, '/posts/my-post/'],
  ['hugo', {}, 'content/posts/2021-03-04-a.md', {}, '/posts/2021-03-04-a/'],
  ['hugo', { frontmatter: { date: [':filename'] } }, 'content/posts/2021-03-04-a.md', {}, '/posts/a/'],
  ['hugo', {}, 'content/posts/a/index.md', { slug: 'b' }, '/posts/b/'],
  [
    'hugo',
    { permalinks: { posts: '/:year/:month/:title/' } },
    'content/posts/a.md',
    {},
    '/2021/03/my-title/',
  ],
  [
    'hugo',
    { permalinks: { page: { posts: '/:sections[1:]/:contentbasename' } } },
    'content/posts/in/a.md',
    {},
    '/in/a',
  ],
  ['hugo', { uglyurls: true }, 'content/posts/a.md', {}, '/posts/a.html'],
  ['hugo', { languages: { id: {}, en: {} } }, 'content/posts/a.id.md', {}, '/id/posts/a/'],
  ['hugo', {}, 'content/about.md', { permalink: '/x.html' }, '/x.html'],
  ['hugo', {}, 'archetypes/default.md', {}, undefined],
  ['eleventy', {}, 'posts/2021-03-04-a.md', {}, '/posts/a/'],
  ['eleventy', {}, 'posts/a/index.md', {}, '/posts/a/'],
  ['eleventy', { program: 'dir: { input: "./src/" }' }, 'src/posts/a.md', {}, '/posts/a/'],
  [
    'eleventy',
    {},
    'posts/a.md',
    { permalink: '/{{ page.date | date: "%Y/%m" }}/{{ title | slugify }}/index.html' },
    '/2021/03/my-title/',
  ],
  ['eleventy', {}, 'posts/a.md', { permalink: false }, undefined],
  ['eleventy', {}, 'posts/a.md', { permalink: '/{{ serial }}/' }, undefined],
  ['eleventy', { pattern: '/:year/:slug/' }, 'posts/a.md', {}, '/2021/a/'],
  ['astro', {}, 'src/content/blog/a.md', {}, '/blog/a/'],
  ['astro', {}, 'src/content/blog/In/a b.mdx', {}, '/blog/in/a-b/'],
  ['astro', {}, 'src/content/blog/2021-03-04-a.md', {}, '/blog/2021-03-04-a/'],
  ['astro', { pattern: '/posts/:slug' }, 'src/data/blog/a.md', {}, '/posts/a'],
  ['astro', {}, 'src/pages/in/about.md', {}, '/in/about/'],
  ['astro', {}, 'src/pages/index.md', {}, '/'],
  ['astro', {}, 'README.md', {}, undefined],
])('%s with %j serves %s, of %j, at %s', (kind, settings, path, more, expected) => {
  expect(addressOf(kind, settings, path, more)).toBe(expected)
})

import { peer } from './peer.ts'
import type { Tool } from './tool.ts'

/** Articles on a tag from which it has a feed, as with this program. */
const FEED_FROM = 5

/** Hugo of the path, with Pagefind. Its taxonomies are named in the singular, for the addresses' sake. */
export function hugo(corpus: string, folder: string): Tool {
  const options = {
    ...{
      name: 'Hugo, Pagefind',
      folder: 'hugo',
      output: 'public',
      caches: ['resources', '.hugo_build.lock'],
    },
    ...{ pictures: 'static/pictures', related: 'layouts/partials/related.html' },
    article: (text: string) =>
      text
        .replace(/^publishedAt: ((\d{4})-(\d\d).*)/m, 'date: $1:00Z\narchive: [$2/$3]')
        .replace(/^updatedAt: (.*)/m, 'lastmod: $1:00Z')
        .replace(/^(author|tag)s: /gm, '$1: '),
    files: pagesWithFeeds,
  }
  return peer({ ...options, command: ['hugo', '--quiet'] }, corpus, folder)
}

/** No template can leave a feed out: the page of an author or a tag says that it has one. */
function pagesWithFeeds(articles: readonly string[]): Record<string, string> {
  const namesIn = (field: string) => {
    const list = new RegExp(`^${field}: \\[(.*)\\]`, 'm')
    return Map.groupBy(
      articles.flatMap((text) => list.exec(text)?.[1]?.split(', ') ?? []),
      (name) => name,
    )
  }
  const authors = [...namesIn('authors').keys()].map((slug) => ['author', slug, inWords(slug)] as const)
  const tags = [...namesIn('tags')]
    .filter(([, { length }]) => length >= FEED_FROM)
    .map(([tag]) => ['tag', tag.toLowerCase().replaceAll(' ', '-'), tag] as const)
  return Object.fromEntries(
    [...authors, ...tags].map(([list, slug, title]) => [
      `lists/${list}/${slug}/_index.md`,
      `---\ntitle: ${title}\noutputs: [HTML, RSS]\n---\n`,
    ]),
  )
}

function inWords(slug: string): string {
  return slug.replace(/(^|-)(.)/g, (_, before, letter) => (before && ' ') + letter.toUpperCase())
}

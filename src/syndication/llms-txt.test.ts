import type { Heading, Link, List, ListItem, Nodes, Paragraph, Root } from 'mdast'
import { markdownToMdast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { article, category, editionOf, siteWith } from '../../tests/support/newsroom.ts'
import { writeLlmsTxt } from './llms-txt.ts'

const site = siteWith({ url: 'https://warta.example/news/', pageSize: { feed: 2 } })

function read(...[articles, rest]: Parameters<typeof editionOf>): Root {
  const text = writeLlmsTxt(editionOf(articles, { site, ...rest }), site, linksFor(site))
  return markdownToMdast(text, { features: { smartPunctuation: false, frontmatter: false } }) as Root
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

test('each section that has articles names the newest, with links to their Markdown', () => {
  const { children } = read(
    [
      article('old', { publishedAt: '2025-07-01' }),
      article('newer', { publishedAt: '2025-07-02' }),
      article('newest', { publishedAt: '2025-07-03' }),
      article('market', { category: 'economy' }),
    ],
    { categories: [category('politics'), category('economy'), category('empty')] },
  )
  expect(
    children.map((node) => [node.type, node.type === 'list' ? node.children.length : textOf(node)]),
  ).toEqual([
    ['heading', 'Warta'],
    ['blockquote', 'News, plainly'],
    ['heading', 'Economy'],
    ['list', 1],
    ['heading', 'Politics'],
    ['list', 2],
  ])
  expect((children[0] as Heading).depth).toBe(1)
  const [first] = (children.at(-1) as List).children as [ListItem]
  const [link] = (first.children[0] as Paragraph).children as Link[]
  expect(link?.url).toBe('https://warta.example/news/politics/newest.md')
  expect(textOf(first)).toBe('Title of newest: Description of newest')
})

describe('a title stays what it is, and one link', () => {
  test.each([
    '<script>alert(1)</script>',
    'A [link](https://evil.example) & `code` *stars* ]]>',
    'Up 20~25 or 30~35, ~~not~~ more',
    '# 1. _x_ 😀 مرحبا \\ end',
    'a'.repeat(200),
  ])('%s', (title) => {
    const { children } = read([article('budget', { title })])
    const [item] = (children.at(-1) as List).children as [ListItem]
    const [link] = (item.children[0] as Paragraph).children as Link[]
    expect(link?.type).toBe('link')
    expect(link && textOf(link)).toBe(title)
  })
})

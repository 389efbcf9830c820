import { describe, expect, test } from 'vitest'
import { expandBlocks, isOfBlocks } from './blocks.ts'

/** What becomes of a content, and the blocks that WordPress fills in itself. */
function expand(content: string, blocks: Record<string, string> = {}) {
  const computed: string[] = []
  const html = expandBlocks(
    content,
    (id) => blocks[id],
    (name) => computed.push(name),
  )
  return { html, computed }
}

test.each([
  ['<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->', true],
  ['<!--more--><p>a</p>', false],
])('that %s is of the block editor: %s', (content, isOf) => {
  expect(isOfBlocks(content)).toBe(isOf)
})

describe('a block', () => {
  test.each([
    ['with HTML of its own stays', '<!-- wp:paragraph {"a":1} --><p>a</p><!-- /wp:paragraph -->', undefined],
    ['that needs nothing goes', 'a<!-- wp:spacer {"height":"9px"} /-->b', 'ab'],
    [
      'that embeds shows its address',
      '<!-- wp:core-embed/youtube {"url":"https://y.example/?a=1&b=2"} /-->',
      '<figure class="wp-block-embed">https://y.example/?a=1%26b=2</figure>',
    ],
    ['with words alone shows these', '<!-- wp:acme/note {"text":"Read on"} /-->', '<p>Read on</p>'],
    [
      'with words and an address is a link',
      '<!-- wp:acme/button {"label":"Read","url":"https://x.example/?a&b"} /-->',
      '<p><a href="https://x.example/?a&amp;b">Read</a></p>',
    ],
  ])('%s', (_, content, html = content) => {
    expect(expand(content)).toEqual({ html, computed: [] })
  })

  test.each([
    ['a list of the latest posts', '<!-- wp:latest-posts {"postsToShow":5} /-->', 'latest-posts'],
    ['one whose settings are broken', '<!-- wp:acme/list {"text":} /-->', 'acme/list'],
    ['a kept one that the export does not hold', '<!-- wp:block {"ref":9} /-->', 'block'],
  ])('that WordPress fills in goes and is told of: %s', (_, content, name) => {
    expect(expand(`a${content}b`)).toEqual({ html: 'ab', computed: [name] })
  })
})

describe('a block that is kept for many posts', () => {
  test('comes into its place, with those in it', () => {
    const blocks = { 1: 'x<!-- wp:block {"ref":2} /-->', 2: 'y' }
    expect(expand('<!-- wp:block {"ref":1} /-->', blocks)).toEqual({ html: 'xy', computed: [] })
  })

  test('comes no deeper than five times into itself', () => {
    const { html, computed } = expand('<!-- wp:block {"ref":1} /-->', { 1: 'x<!-- wp:block {"ref":1} /-->' })
    expect(html).toBe('xxxxx')
    expect(computed).toEqual(['block'])
  })
})

import { describe, expect, test } from 'vitest'
import { portableMarkdown } from './portable.ts'

async function portable(markdown: string): Promise<string> {
  const text = await portableMarkdown(markdown, {
    title: 'T',
    image: (path) => Promise.resolve(`https://warta.example/_astro/${path}`),
    href: (written) => new URL(written, 'https://warta.example/politics/budget/').href,
  })
  expect(text.startsWith('# T\n\n')).toBe(true)
  return text.slice('# T\n\n'.length).trimEnd()
}

describe('addresses are absolute', () => {
  test.each([
    ['of the site', '[A](/about/)', '[A](https://warta.example/about/)'],
    ['beside the article', '[A](../tax/)', '[A](https://warta.example/politics/tax/)'],
    ['within the article', '[A](#b)', '[A](https://warta.example/politics/budget/#b)'],
    ['elsewhere', '[A](https://x.example/?a=1)', '[A](https://x.example/?a=1)'],
    ['by reference', '[A][b]\n\n[b]: /about/', '[A][b]\n\n[b]: https://warta.example/about/'],
    ['of a picture', '![A](plan.png "C | D")', '![A](https://warta.example/_astro/plan.png "C | D")'],
    ['with a blank', '![A](<my plan.png>)', '![A](<https://warta.example/_astro/my plan.png>)'],
    [
      'of a picture by reference',
      '![A][p]\n\n[p]: plan.png "C"',
      '![A](https://warta.example/_astro/plan.png "C")',
    ],
  ])('%s', async (_place, written, expected) => {
    expect((await portable(written)).replace(/\n\n\[p\]: .*/, '')).toBe(expected)
  })
})

describe('nothing runs where it is read', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['markup in words', 'A <b>bold</b> word', 'A \\<b>bold\\</b> word'],
    ['a link that is code', 'See [this](javascript:alert(1)) now', 'See this now'],
    ['the same by reference', '[a][b]\n\n[b]: javascript:alert(1)', '[a][b]'],
  ])('%s', async (_kind, written, expected) => {
    expect(await portable(written)).toBe(expected)
  })
})

test('an author’s note to colleagues is not there', async () => {
  expect(await portable('Text <!-- ask Ana --> goes on')).toBe('Text  goes on')
})

test('the article’s own headings stand below its title', async () => {
  expect(await portable('# One\n\n## Two')).toBe('## One\n\n## Two')
})

test.each(['> [!pull]\n> Words.', '> [!pull] Words.'])('a pull quote is a quotation: %s', async (written) => {
  expect(await portable(written)).toBe('> Words.')
})

test('tables, footnotes and what was struck out stay', async () => {
  const text = '| A |\n| - |\n| 1 |\n\n~~No~~ yes.[^1]\n\n[^1]: Note.'
  expect(await portable(text)).toBe(text)
})

test('what needs no change stays as it was written', async () => {
  const text =
    'Setext\n------\n\n* one\n* two  \n  broken -- "so"\n\n***\n\nA_b and __c__, &amp; \\* 😀 مرحبا'
  expect(await portable(text)).toBe(text)
})

test('the place of a link is found behind any letters', async () => {
  expect(await portable('😀 مرحبا 👨‍👩‍👧 [A](/b/) and [C](/d/) 😀')).toBe(
    '😀 مرحبا 👨‍👩‍👧 [A](https://warta.example/b/) and [C](https://warta.example/d/) 😀',
  )
})

test('a table stays a table', async () => {
  expect(await portable('| A |\n| - |\n| [x \\| y](/b/) `c` |')).toBe(
    '| A |\n| - |\n| [x \\| y](https://warta.example/b/) `c` |',
  )
})

test('a picture within a link has its address too', async () => {
  expect(await portable('[![A](plan.png)](/b/)')).toBe(
    '[![A](https://warta.example/_astro/plan.png)](https://warta.example/b/)',
  )
})

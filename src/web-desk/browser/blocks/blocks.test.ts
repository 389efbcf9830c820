import { describe, expect, test } from 'vitest'
import { en } from '#i18n/en.ts'
import type { Block } from './block.ts'
import { gallery } from './gallery.ts'
import { picture } from './picture.ts'
import { writePicture } from './picture-line.ts'
import { pullQuote } from './pull-quote.ts'
import { table } from './table.ts'

const texts = en.webDesk.blocks

/** The block's form for a text that begins with one, and how much of the text it is; undefined where there is none. */
function read(block: Block, text: string) {
  const found = block.pattern.exec(text)
  return found?.index === 0 ? { whole: found[0], form: block.fromBlock?.(found) ?? {} } : undefined
}

const TABLE = '| Place | January |\n| :-- | ---: |\n| North | 9 m |'
const PICTURES = '![Green bank](./bank-1.png "Upstream | Ana")\n![Brown bank](./a/bank-2.png)'

describe.each([
  ['picture', picture, '![A quay](./quay.jpg)'],
  ['picture', picture, '![A quay](./quay.jpg "At noon")'],
  ['picture', picture, '![A quay](./quay.jpg "| Ana")'],
  ['picture', picture, '![A \\[big\\] quay](./quay.jpg "Called \\"the long one\\" | Ana")'],
  ['picture', picture, '![](blob:https://warta.example/7f-00)'],
  ['gallery', gallery, PICTURES],
  ['pull quote', pullQuote, '> [!pull]\n> Nobody *owns* the river.'],
  ['pull quote', pullQuote, '> [!pull]\n> Nobody owns it.\n>\n> Nobody will.\n>\n> -- Ana, at the landing'],
  ['table', table, TABLE],
])('the %s', (_, make, text) => {
  const block = make(texts)

  test(`is read from ${JSON.stringify(text)} and written back the same`, () => {
    for (const after of ['', '\n\nA paragraph.']) {
      const { whole, form } = read(block, text + after) ?? expect.fail('not read')
      expect(whole).toBe(text)
      expect(block.toBlock(form)).toBe(text)
    }
  })

  test('is written while its form is still empty', () => {
    expect(() => block.toBlock({})).not.toThrow()
  })
})

test.each([
  ['picture', picture, 'See ![A quay](./quay.jpg) at noon.'],
  ['gallery', gallery, '![A quay](./quay.jpg)\n\n![A quay](./quay.jpg)'],
  ['pull quote', pullQuote, '> Nobody owns the river.'],
  ['table', table, '| A line that begins with a bar'],
])('no %s is read where there is none', (_, make, text) => {
  expect(read(make(texts), text)).toBeUndefined()
})

test('a form holds what an author fills in', () => {
  expect(read(gallery(texts), PICTURES)?.form).toEqual({
    pictures: [
      { src: './bank-1.png', alt: 'Green bank', caption: 'Upstream', credit: 'Ana' },
      { src: './a/bank-2.png', alt: 'Brown bank', caption: '', credit: '' },
    ],
  })
  expect(read(pullQuote(texts), '> [!PULL] Nobody owns it.\n>\n> — Ana')?.form).toEqual({
    words: 'Nobody owns it.',
    speaker: 'Ana',
  })
})

test('a picture stays one line, whatever is typed into its form', () => {
  const typed = { src: './quay.jpg', alt: 'A\nquay]', caption: 'So-called "quay"\n', credit: ' ' }
  expect(writePicture(typed)).toBe('![A quay\\]](./quay.jpg "So-called \\"quay\\"")')
})

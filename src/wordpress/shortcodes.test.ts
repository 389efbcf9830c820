import { describe, expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import { replaceShortcodes, type Shortcode } from './shortcodes.ts'

/** The shortcodes of a text; each stays in it. */
function shortcodesIn(text: string): Shortcode[] {
  const found: Shortcode[] = []
  expect(
    replaceShortcodes(text, (shortcode) => {
      found.push(shortcode)
      return undefined
    }),
  ).toBe(text)
  return found
}

const attributesIn = (text: string) => shortcodesIn(text)[0]?.attributes

describe('the attributes of a shortcode', () => {
  test.each([
    ['[a]', {}],
    ['[a b="c d" E=\'f\' g=h]', { b: 'c d', e: 'f', g: 'h' }],
    ['[a b = "c"]', { b: 'c' }],
    ['[a first "second one" b=c third]', { 0: 'first', 1: 'second one', b: 'c', 2: 'third' }],
    ['[a b=“c d”]', { b: 'c d' }],
    ['[a b=&quot;c d&quot;]', { b: 'c d' }],
    ['[a\u00a0b="c"]', { b: 'c' }],
    ['[a b="x] y"]', { b: 'x] y' }],
    ['[a b=""]', { b: '' }],
  ])('of %s', (text, attributes) => {
    expect(attributesIn(text)).toEqual(attributes)
  })
})

describe('a shortcode', () => {
  test('stands around a text where it is closed', () => {
    expect(shortcodesIn('[Box a=1]in[/Box] after')[0]).toMatchObject({ name: 'box', content: 'in' })
    expect(shortcodesIn('[box]in [/other]')[0]?.content).toBeUndefined()
    expect(shortcodesIn('[box/]in[/box]')[0]?.content).toBeUndefined()
    expect(shortcodesIn('[/box][box]in').map(({ content }) => content)).toEqual([undefined])
  })

  test.each([
    ['[a]', true],
    ['words\n  [a]  \nwords', true],
    ['<p>[a]</p>', true],
    ['<!-- wp:shortcode -->\n[a]\n<!-- /wp:shortcode -->', true],
    ['words [a]', false],
    ['[a] words', false],
  ])('in %j has its line to itself: %s', (text, alone) => {
    expect(shortcodesIn(text)[0]?.alone).toBe(alone)
  })

  test.each(['[]', '[ a]', '[1]', '[/a]', 'a]', '[a'])('is none in %s', (text) => {
    expect(shortcodesIn(text)).toEqual([])
  })
})

describe('a replacement', () => {
  const upper = ({ name, content }: Shortcode) => `<${name.toUpperCase()}:${content ?? ''}>`

  test.each([
    ['takes its place', 'x [a] y', 'x <A:> y'],
    ['takes what it encloses along', 'x [a]b[/a] y', 'x <A:b> y'],
    ['is of the outer one alone', '[a][b][/a]', '<A:[b]>'],
    ['is none for two brackets, which become one', 'x [[a b=1]] y', 'x [a b=1] y'],
    ['leaves a bracket that is open before it', '[[a] y', '[<A:> y'],
  ])('%s', (_, text, result) => {
    expect(replaceShortcodes(text, upper)).toBe(result)
  })

  test('of the tags alone leaves what is between them, whose shortcodes are replaced too', () => {
    const unwrap = ({ name }: Shortcode) => (name === 'row' ? { before: '<', after: '>' } : name)
    expect(replaceShortcodes('[row]a [b] [row]c[/row][/row] [/x]', unwrap)).toBe('<a b <c>> [/x]')
  })

  test('takes linear time where none is closed', () => {
    const replace = (count: number) => replaceShortcodes('[a b="c"]'.repeat(count), () => undefined)
    expect(growthOf(replace, 5_000)).toBeLessThan(MOST_OF_LINEAR)
  })
})

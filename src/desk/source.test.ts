import { describe, expect, test } from 'vitest'
import { problemAt } from '../../tests/support/temporary-newsroom.ts'
import { bodyOf, parseSource, type Source } from './source.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string | Uint8Array, file = 'articles/x.md') =>
  parseSource(typeof text === 'string' ? bytes(text) : text, file, 'x')

function parsed(text: string, file?: string): Source {
  const source = parse(text, file)
  if (Array.isArray(source)) throw new Error(source[0]?.message)
  return source
}

test('an article is its front matter, its body and the line on which the body starts', () => {
  expect(parsed('---\ntitle: A\n---\n\nBody')).toMatchObject({
    file: 'articles/x.md',
    slug: 'x',
    data: { title: 'A' },
    body: '\nBody',
    bodyLine: 4,
  })
})

test.each([
  ['Windows line ends', '---\r\ntitle: A\r\ndraft: yes\r\n---\r\nBody\r\n'],
  ['a byte order mark', '\ufeff---\ntitle: A\ndraft: yes\n---\nBody\n'],
  ['both', '\ufeff---\r\ntitle: A\r\ndraft: yes\r\n---\r\nBody\r\n'],
  ['blanks after the hyphens', '--- \ntitle: A\ndraft: yes\n---\t\nBody\n'],
])('%s shift no line', (_case, text) => {
  const source = parsed(text)
  expect(source.data).toEqual({ title: 'A', draft: 'yes' })
  expect(source.placeOf(['draft'])).toEqual({ line: 3, column: 8 })
  expect(source.bodyLine).toBe(5)
  expect(source.body.trim()).toBe('Body')
  expect(bodyOf(bytes(text))).toBe(source.body)
})

test.each([
  ['---\n---\nBody', 'Body', 3],
  ['---\ntitle: A\n---', '', 3],
  ['---\ntitle: A\n---\nAbove\n\n---\n\nBelow', 'Above\n\n---\n\nBelow', 4],
])('the front matter of %j ends at its first closing line', (text, body, bodyLine) => {
  expect(parsed(text)).toMatchObject({ body, bodyLine })
})

test('a file of fields alone counts from its first line', () => {
  const source = parsed('name: Budi\nrole: Reporter', 'src/content/authors/budi.yml')
  expect(source).toMatchObject({ data: { name: 'Budi', role: 'Reporter' }, body: '' })
  expect(source.placeOf(['role'])).toEqual({ line: 2, column: 7 })
})

test('an empty file of fields holds none', () => {
  expect(parsed('', 'src/content/authors/budi.yml').data).toEqual({})
})

describe('front matter that cannot be read', () => {
  test.each([
    ['missing', 'Body alone', '1:1', 'must start with a line ---'],
    ['an empty file', '', '1:1', 'must start with a line ---'],
    ['not at the very start', '\n---\ntitle: A\n---\n', '1:1', 'must start with a line ---'],
    ['not closed', '---\ntitle: A\n\nBody', '1:1', 'Put a line of three hyphens'],
    ['a colon in a title', '---\ndraft: true\ntitle: Budget: what now\n---\n', '3:8', 'must stand in quotes'],
    ['a sign at the start', '---\ntitle: @home\n---\n', '2:8', 'must stand in quotes'],
    ['emphasis in a title', '---\ntitle: *Breaking*\n---\n', '2:8', 'must stand in quotes: "*like this*"'],
    ['a quotation mark left open', '---\ntitle: "A\ndraft: true\n---\n', '2:8', 'opened here and not closed'],
    ['the other quotation mark', "---\ntitle: 'A\ndraft: true\n---\n", '2:8', 'opened here and not closed'],
    [
      'a quotation at the start',
      '---\ntitle: "Kami siap," kata menteri\n---\n',
      '2:21',
      `goes on here, after its closing quotation mark. Put the whole value into marks like this: '"Kami siap," kata menteri'.`,
    ],
    ['two quotations', '---\ntitle: "A" dan "B"\n---\n', '2:12', `like this: '"A" dan "B"'.`],
    ['an apostrophe in such marks', "---\ntitle: 'Hari Jum'at'\n---\n", '2:18', `like this: "Hari Jum'at".`],
    ['marks within marks', '---\ntitle: "Kata "siap" itu"\n---\n', '2:15', `like this: 'Kata "siap" itu'.`],
    [
      'a quotation before a colon',
      '---\ntitle: "Siap": menteri\n---\n',
      '2:14',
      `like this: '"Siap": menteri'.`,
    ],
    ['a quotation with a colon behind it', '---\ntitle: "A," b: c\n---\n', '2:13', `like this: '"A," b: c'.`],
    ['a quotation as an item', '---\ntags:\n  - "A" kota\n---\n', '3:9', `like this: '"A" kota'.`],
    [
      'a quotation between brackets',
      '---\ntags: ["A" kota, B]\n---\n',
      '2:12',
      'marks that it does not hold.',
    ],
    ['a quotation that a line follows', '---\ntitle: "A,"\n  kata B\n---\n', '3:3', 'goes on here'],
    ['a field too far to the right', '---\ntitle: "A"\n  draft: true\n---\n', '3:1', 'same column'],
    ['a field twice', '---\ntitle: A\ndraft: true\ntitle: B\n---\n', '4:1', 'Keep one of the two'],
    ['a tab', '---\nimage:\n\tsrc: a.jpg\n---\n', '3:1', 'Indent with spaces'],
    ['a list', '---\n- A\n- B\n---\n', '1:1', 'such as "title: The headline"'],
    ['a text', '---\nA headline\n---\n', '1:1', 'such as "title: The headline"'],
  ])('%s', (_case, text, place, advice) => {
    expect(parse(text)).toEqual([problemAt(`articles/x.md:${place}`, advice)])
  })

  test('several lines, each told once', () => {
    expect(parse('---\ntitle: A: B: C\ndescription: D: E: F\n---\n')).toEqual([
      problemAt('articles/x.md:2:8', 'must stand in quotes'),
      problemAt('articles/x.md:3:14', 'must stand in quotes'),
    ])
  })

  test('what a comment leaves out hides no other fault, and makes none', () => {
    expect(parse('---\ntags: [Jakarta #banjir, Air]\ntitle: A: B\ndescription: "C" #1\n---\n')).toEqual([
      problemAt('articles/x.md:2:16', 'What follows this # would be left out'),
      problemAt('articles/x.md:3:8', 'must stand in quotes'),
    ])
    expect(parse('---\ntitle: "A" kata B #jakarta\n---\n')).toEqual([
      problemAt('articles/x.md:2:12', `like this: '"A" kata B #jakarta'.`),
    ])
  })

  test('brackets without end are one problem', () => {
    expect(parse(`---\ntitle: ${'['.repeat(10_000)}\n---\n`)).toHaveLength(1)
  })

  test('front matter in a file of fields', () => {
    const file = 'src/content/authors/budi.yml'
    expect(parse('---\nname: Budi\n---\nHe writes.', file)).toEqual([
      problemAt(`${file}:3:1`, 'take the line out'),
    ])
  })

  test('references that multiply', () => {
    const levels = [...'bcdefghi'].map((name, i) => {
      const below = 'abcdefgh'[i]
      return `${name}: &${name} [*${below}, *${below}, *${below}, *${below}, *${below}]`
    })
    expect(parse(['---', 'a: &a [x, x]', ...levels, '---', ''].join('\n'))).toEqual([
      problemAt('articles/x.md:1:1', 'Write the values out'),
    ])
  })
})

describe('bytes that are no text', () => {
  test.each([
    ['Latin-1', [...bytes('---\ntitle: Caf'), 0xe9, ...bytes('\n---\n')], '2:11', '"UTF-8"'],
    ['a letter cut in half at the end', [...bytes('---\ntitle: A\n---\nCaf'), 0xc3], '4:4', '"UTF-8"'],
    ['UTF-16', [0xff, 0xfe, 0x2d, 0x00], '1:1', '"UTF-8"'],
    ['NUL', [...bytes('---\ntitle: A\n---\nBo\0dy')], '4:3', 'Save it again as plain text'],
  ])('%s', (_case, content, place, advice) => {
    expect(parse(Uint8Array.from(content))).toEqual([problemAt(`articles/x.md:${place}`, advice)])
  })

  test('a file beyond any article', () => {
    const front = '---\ntitle: A\n---\n'
    expect(parse(front + 'x'.repeat(490_000))).toMatchObject({ data: { title: 'A' } })
    expect(parse(front + 'x'.repeat(500_000))).toEqual([problemAt('articles/x.md:1:1', 'Split it')])
  })
})

describe('places', () => {
  const source = parsed(`---
title: "A"
empty:
image:
  src: ./a.jpg
  alt: A view
authors: [budi, siti]
aliases:
  - /one/
  - /two/
contributors:
  - name: Ani
    role: editor
table: [[a, b], [c, d]]
---
`)

  test.each([
    [['title'], '2:8'],
    [['empty'], '3:7'],
    [['image', 'alt'], '6:8'],
    [['authors', 1], '7:17'],
    [['aliases', 1], '10:5'],
    [['contributors', 0, 'role'], '13:11'],
    // The same step twice, which must not be taken for the first one.
    [['table', 1, 1], '14:21'],
  ])('the value of %j stands at %s', (path, place) => {
    const { line, column } = source.placeOf(path)
    expect(`${line}:${column}`).toBe(place)
  })

  test.each([
    [['title'], '2:1'],
    [['image', 'alt'], '6:3'],
    [['contributors', 0, 'role'], '13:5'],
  ])('the key of %j stands at %s', (path, place) => {
    const { line, column } = source.placeOf(path, 'key')
    expect(`${line}:${column}`).toBe(place)
  })

  test.each([
    ['no such field', ['category'], '1:1'],
    ['a field of one that is there', ['image', 'credit'], '5:3'],
    ['an item past the end', ['aliases', 7], '9:3'],
    ['a field of a text', ['title', 'length'], '2:8'],
    ['the file itself', [], '1:1'],
  ])('what is not there is shown where it belongs: %s', (_case, path, place) => {
    const { line, column } = source.placeOf(path)
    expect(`${line}:${column}`).toBe(place)
  })
})

test('the key __proto__ is a field like any other', () => {
  const { data, placeOf } = parsed('---\n__proto__: { draft: true }\n---\n')
  expect(Object.keys(data)).toEqual(['__proto__'])
  expect(data.draft).toBeUndefined()
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
  expect(placeOf(['__proto__'], 'key')).toEqual({ line: 2, column: 1 })
})

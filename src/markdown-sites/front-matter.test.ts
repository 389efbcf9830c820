import { expect, test } from 'vitest'
import { FieldsFault, partFile } from './front-matter.ts'

test.each([
  ['YAML', '---\ntitle: A\ndate: 2021-03-04\n---\nText', { title: 'A', date: '2021-03-04' }, 'Text'],
  ['YAML with a dotted end', '---\ntitle: A\n...\nText', { title: 'A' }, 'Text'],
  ['YAML of Windows', '\uFEFF---\r\ntitle: A\r\n---\r\nText', { title: 'A' }, 'Text'],
  ['a name twice', '---\na: 1\na: 2\n---\n', { a: 2 }, ''],
  [
    'TOML',
    '+++\ntitle = "A"\ndate = 2021-03-04T05:06:07Z\n+++\nText',
    { title: 'A', date: '2021-03-04T05:06:07.000Z' },
    'Text',
  ],
  [
    'a moment of TOML without a zone',
    '+++\ndate = 2021-03-04\nat = [2021-03-04T05:06:00]\n+++\n',
    { date: '2021-03-04', at: ['2021-03-04T05:06:00.000'] },
    '',
  ],
  ['JSON', '{\n  "title": "A", "more": {"a": [1]}\n}\n\nText', { title: 'A', more: { a: [1] } }, '\nText'],
  ["Eleventy's JSON", '---json\n{ "title": "A" }\n---\nText', { title: 'A' }, 'Text'],
  ['none', '# Head\n\n---\n', undefined, '# Head\n\n---\n'],
  ['nothing in it', '---\n---\nText', {}, 'Text'],
])('front matter: %s', (_case, file, fields, body) => {
  expect(partFile(file)).toEqual({ fields, body })
})

test.each([
  ['YAML', '---\ntitle: A\ntags: [a\n---\nText', 4, 1],
  ['TOML', '+++\na = 1\ntitle = "A\n+++\nText', 3, 11],
  ['JSON', '{\n  "a": 1\n  "b": 2\n}\n', 2, 8],
  ['no end', '---\ntitle: A\n', 1, 1],
  ['a text for fields', '---\njust words\n---\n', 2, 1],
])('a fault of %s has its place in the file', (_case, file, line, column) => {
  const fault = (() => {
    try {
      return partFile(file)
    } catch (error) {
      return error
    }
  })()
  expect(fault).toBeInstanceOf(FieldsFault)
  expect(fault).toMatchObject({ line, column })
})

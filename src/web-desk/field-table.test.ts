import { z } from 'astro/zod'
import { expect, test } from 'vitest'
import { distinct, line, slugOf } from '#domain/field.ts'
import { en } from '#i18n/en.ts'
import { fieldTable, withFieldTables } from './field-table.ts'
import { image } from './schema-node.ts'

const text = { label: 'Words', hint: 'A hint.', inForm: 'One a line.' }

test.each<[string, z.ZodType, string]>([
  ['a text that must be', line(60), '| `x` | Words. A hint. | yes | text of up to 60 characters |'],
  ['one that may be', line(1000).optional(), '|  | text of up to 1,000 characters |'],
  ['one that has a default', z.boolean().default(false), '|  | `true` or `false` |'],
  ['a choice', z.enum(['lead', 'top']), '| `lead`, `top` |'],
  [
    'a file',
    slugOf('src/content/authors/'),
    '| the name of a file of `src/content/authors/`, without its ending |',
  ],
  ['a list of lines', distinct(line(60)), '| a list of text of up to 60 characters |'],
  ['a list with an example', distinct(z.string().meta({ examples: ['/a/'] })), '| a list, such as `[/a/]` |'],
  ['a picture', image(), '| a picture beside the file, `./name.jpg` |'],
  ['a colour', z.string().meta({ format: 'color' }), '| `"#a3161a"`, in quotes |'],
  ['a number', z.number(), '| a number, such as `2` |'],
])('%s has its row', (_case, schema, row) => {
  expect(fieldTable(z.strictObject({ x: schema }), { x: text }).split('\n')[2]).toContain(row)
})

test('a group has its own row and those of its fields', () => {
  const schema = z.strictObject({ photo: z.strictObject({ src: image(), alt: line(9).optional() }) })
  const rows = fieldTable(schema, {
    photo: { label: 'P', fields: { src: { label: 'S' }, alt: { label: 'A' } } },
  })
  expect(rows.split('\n').slice(2)).toEqual([
    '| `photo` | P | yes | `{ src, alt }` |',
    '| `photo.src` | S | yes | a picture beside the file, `./name.jpg` |',
    '| `photo.alt` | A |  | text of up to 9 characters |',
  ])
})

test('a field without a text, and a document without a place, are errors', () => {
  expect(() => fieldTable(z.strictObject({ x: line(9) }), {})).toThrow('no text for the field "x"')
  expect(() => withFieldTables('# Nothing', en.webDesk.collections)).toThrow(
    'no place for the fields of entries',
  )
})

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { articleSchema } from '#domain/schema.ts'
import { image } from '#web-desk/schema-node.ts'
import { currentDocument } from './field-tables.ts'

const document = await readFile('docs/authors.md', 'utf8')

test('the tables of docs/authors.md say what the schemas take; `npm run fields` writes them anew', async () => {
  expect(await currentDocument(document)).toBe(document)
})

test('a table that says something else is found', async () => {
  for (const changed of [
    document.replace('| `colour` ', '| `color`  '),
    document.replace(/^\| `photo\.alt` .*\n/m, ''),
    document.replace('text of up to 100 characters', 'text of up to 99 characters'),
  ]) {
    expect(changed).not.toBe(document)
    expect(await currentDocument(changed)).toBe(document)
  }
})

test('the table of front matter names every field of an article', () => {
  const table = document.slice(document.indexOf('| field '), document.indexOf('## Check'))
  const named = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  )
  const { shape } = articleSchema({ image, timeZone: 'UTC' })
  expect(named.sort()).toEqual(Object.keys(shape).sort())
})

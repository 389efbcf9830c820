import type { z } from 'astro/zod'
import { entrySchema } from '#domain/live/live-schema.ts'
import { authorSchema, categorySchema, pageSchema, seriesSchema } from '#domain/schema.ts'
import type { FieldText, WebDeskTexts } from '#i18n/web-desk/texts.ts'
import { hasFields, image, merged, type Node, nodeOf } from './schema-node.ts'

type Collection = 'entries' | 'authors' | 'categories' | 'series' | 'pages'

/** What an entry's, an author's, a category's, a series' and a page's file may hold. */
const SCHEMAS: Record<Collection, z.ZodType> = {
  entries: entrySchema({ image, timeZone: 'UTC' }),
  authors: authorSchema({ image }),
  categories: categorySchema,
  series: seriesSchema({ image }),
  pages: pageSchema,
}

/**
 * A Markdown document with the tables of its fields between `<!-- fields of authors -->` and `<!-- end of fields -->`,
 * and so on for each collection, written from the schemas.
 * @throws Error for a collection without a place in the document
 */
export function withFieldTables(markdown: string, collections: WebDeskTexts['collections']): string {
  return Object.entries(SCHEMAS).reduce((document, [collection, schema]) => {
    const begin = `<!-- fields of ${collection} -->`
    const [before, rest] = document.split(begin)
    const after = rest?.split(/(?=<!-- end of fields -->)/).slice(1)
    if (before === undefined || after === undefined || after.length === 0)
      throw new Error(`The document has no place for the fields of ${collection}.`)
    const { fields } = collections[collection as Collection]
    return `${before}${begin}\n\n${fieldTable(schema, fields)}\n\n${after.join('')}`
  }, markdown)
}

/** A row for each field, those of a group below it as `photo.alt`. */
export function fieldTable(schema: z.ZodType, texts: Record<string, FieldText>): string {
  const rows = rowsOf(nodeOf(schema), texts, '')
  return ['| field | what it is | required | form |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function rowsOf(node: Node, texts: Record<string, FieldText>, group: string): string[] {
  const { properties = {}, required = [] } = merged(node)
  return Object.entries(properties).flatMap(([key, property]) => {
    const text = texts[key]
    if (text === undefined) throw new Error(`There is no text for the field "${group}${key}"`)
    const said = [text.label, text.hint].filter((part) => part !== undefined).join('. ')
    const need = required.includes(key) ? 'yes' : ''
    const row = `| \`${group}${key}\` | ${said.replaceAll('|', '\\|')} | ${need} | ${formOf(property)} |`
    const inner = property.items ?? property
    return [row, ...(hasFields(inner) ? rowsOf(inner, text.fields ?? {}, `${group}${key}.`) : [])]
  })
}

/** How a value is written, in words and with an example. */
function formOf(node: Node): string {
  const { type, items, enum: choices, folder, examples, format, maxLength } = node
  if (items !== undefined) return listOf(items)
  if (hasFields(node)) return `\`{ ${Object.keys(merged(node).properties ?? {}).join(', ')} }\``
  if (folder !== undefined) return `the name of a file of \`${folder}\`, without its ending`
  if (choices !== undefined) return choices.map((choice) => `\`${choice}\``).join(', ')
  if (examples !== undefined) return examples.map((example) => `\`${example}\``).join(', ')
  if (format !== undefined && FORMATS[format] !== undefined) return FORMATS[format]
  if (type === 'boolean') return '`true` or `false`'
  if (type === 'number' || type === 'integer') return 'a number, such as `2`'
  return maxLength === undefined ? 'text' : `text of up to ${maxLength.toLocaleString('en')} characters`
}

function listOf(item: Node): string {
  if (item.examples !== undefined) return `a list, such as \`[${item.examples.join(', ')}]\``
  return `a list of ${formOf(item)}`
}

const FORMATS: Record<string, string> = {
  image: 'a picture beside the file, `./name.jpg`',
  'date-time': '`2025-07-04T22:13`',
  language: '`id`, `en` or another such tag',
  color: '`"#a3161a"`, in quotes',
  uri: '`https://warta.example/`, `mailto:desk@warta.example`',
}

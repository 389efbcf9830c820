import { readFileSync } from 'node:fs'
import type { CmsConfig } from '@sveltia/cms'
import { Ajv } from 'ajv'
import { z } from 'astro/zod'
import { describe, expect, test } from 'vitest'
import { entrySchema } from '#domain/live/live-schema.ts'
import { articleSchema, authorSchema, categorySchema, pageSchema, seriesSchema } from '#domain/schema.ts'
import { parseSite } from '#domain/site.ts'
import { languagesWith } from '#i18n/dictionary.ts'
import { cmsConfig } from './config.ts'

const ctx = { image: () => z.string(), timeZone: 'Asia/Jakarta' }
const SCHEMAS: Record<string, z.ZodType> = {
  articles: articleSchema(ctx),
  'article-folders': articleSchema(ctx),
  live: entrySchema(ctx),
  authors: authorSchema(ctx),
  categories: categorySchema,
  series: seriesSchema(ctx),
  pages: pageSchema,
}
const NAMES = Object.keys(SCHEMAS)
/** By the schema that the CMS brings for its own config. */
const isTaken = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8')),
)
const configs = (['id', 'en'] as const).map((locale) => [locale, configFor(locale)] as const)
const [[, config]] = configs as [(typeof configs)[0]]

function configFor(locale: 'id' | 'en', webDesk: object = {}, languages = [{ locale: 'ms', path: 'ms' }]) {
  const site = parseSite({
    languages,
    name: 'Warta',
    tagline: 'News',
    url: 'https://warta.example/daily/',
    locale,
    webDesk: { backend: 'github', repo: 'warta/news', ...webDesk },
  })
  return cmsConfig(site, site.webDesk ?? expect.fail('no web desk'), languagesWith().dictionaryFor(locale))
}

/** A field with whatever a widget of any kind may have. */
interface AnyField {
  name: string
  widget: string
  label: string
  required?: boolean
  fields?: AnyField[]
  options?: { value: unknown }[]
  multiple?: boolean
}

function wholeForm(name: string, of: CmsConfig): AnyField[] {
  const found = of.collections?.find((collection) => 'name' in collection && collection.name === name)
  return (found as unknown as { fields: AnyField[] }).fields
}

/** The fields of the front matter, or of the file that is nothing else. */
function fieldsOf(name: string, of = config): AnyField[] {
  return wholeForm(name, of).filter((field) => field.name !== 'body')
}

/** Every key of a schema, those of groups and of lists' items as `image.src`. */
function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return keysOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return keysOf(schema.element as z.ZodType)
  if (schema instanceof z.ZodUnion)
    return [...new Set(schema.options.flatMap((option) => keysOf(option as z.ZodType)))]
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, of]) => [
    key,
    ...keysOf(of as z.ZodType).map((inner) => `${key}.${inner}`),
  ])
}

function namesOf(fields: AnyField[]): string[] {
  return fields.flatMap(({ name, fields = [] }) => [
    name,
    ...namesOf(fields).map((inner) => `${name}.${inner}`),
  ])
}

/** What the desk writes when every field, or every one that must be, is filled in. */
function filledIn(fields: AnyField[], wanted: (field: AnyField) => boolean): Record<string, unknown> {
  return Object.fromEntries(fields.filter(wanted).map((field) => [field.name, sampleFor(field, wanted)]))
}

/** Values of which one word is not as good as another. */
const PARTICULAR: Record<string, unknown> = {
  url: 'https://warta.example/',
  aliases: ['/2024/old-title/'],
  id: 'https://old.example/?p=19',
  translationOf: 'a-name',
  article: 'a-name',
  // Either an author or a name.
  contributors: [
    { author: 'a-name', role: 'editor' },
    { name: 'Words', role: 'source' },
  ],
}

function sampleFor(field: AnyField, wanted: (field: AnyField) => boolean): unknown {
  const { name, widget, fields, options, multiple } = field
  if (name in PARTICULAR) return PARTICULAR[name]
  if (widget === 'object') return filledIn(fields ?? [], wanted)
  if (widget === 'list') return [fields ? filledIn(fields, wanted) : 'A word']
  if (widget === 'select') return options?.at(-1)?.value
  if (widget === 'relation') return multiple ? ['a-name'] : 'a-name'
  if (widget === 'datetime') return '2025-07-04T22:13:00+07:00'
  if (widget === 'number') return 2
  if (widget === 'color') return '#a3161a'
  return 'Words'
}

describe.each(NAMES)('the form of %s', (name) => {
  const schema = SCHEMAS[name] as z.ZodType

  test('has a field for every key of the schema, and no other', () => {
    const keys = keysOf(schema)
    expect(keys.length).toBeGreaterThan(3)
    expect(namesOf(fieldsOf(name)).sort()).toEqual(keys.sort())
  })

  test.each([
    ['every field', () => true],
    ['what must be', ({ required }: AnyField) => required === true],
  ])('with %s filled in, makes what the schema takes', (_, wanted) => {
    const result = schema.safeParse(filledIn(fieldsOf(name), wanted))
    expect(result.error?.issues ?? []).toEqual([])
  })

  test('without one field that must be filled in, makes what the schema refuses', () => {
    // An entry may lie beside its article, and have its moment in its name.
    const elsewhere = name === 'live' ? ['coverage', 'at'] : []
    const needed = fieldsOf(name).filter((field) => field.required && !elsewhere.includes(field.name))
    for (const missing of needed) {
      const entry = filledIn(fieldsOf(name), (field) => field.required === true && field !== missing)
      expect(schema.safeParse(entry).success, missing.name).toBe(false)
    }
  })
})

describe.each(configs)('the config in %s', (_, config) => {
  test('is one that Sveltia CMS takes', () => {
    expect(isTaken(JSON.parse(JSON.stringify(config))), JSON.stringify(isTaken.errors)).toBe(true)
  })

  test('has a label for every field', () => {
    const labels = (fields: AnyField[]): unknown[] =>
      fields.flatMap(({ label, fields = [] }) => [label, ...labels(fields)])
    for (const name of NAMES) {
      for (const label of labels(fieldsOf(name, config))) expect(label).toMatch(/^\p{Lu}/u)
    }
  })
})

test('asks for no words in other languages where the outlet has one', () => {
  const plain = configFor('id', {}, [])
  const fields = ['authors', 'categories', 'series', 'pages'].flatMap((name) => fieldsOf(name, plain))
  expect(fields.filter(({ name }) => ['languages', 'translationOf'].includes(name))).toEqual([])
  expect(fieldsOf('articles', plain).map(({ name }) => name)).toContain('translationOf')
})

test('labels are in the language of the chrome', () => {
  expect(fieldsOf('articles', configFor('en'))[0]?.label).toBe('Headline')
  expect(fieldsOf('articles')[0]?.label).toBe('Judul')
})

test('moments keep their zone', () => {
  const moments = fieldsOf('articles').filter(({ widget }) => widget === 'datetime')
  expect(moments.map(({ name }) => name)).toEqual(['publishedAt', 'updatedAt'])
  for (const moment of moments) expect(moment).toMatchObject({ format: 'YYYY-MM-DDTHH:mm:ssZ' })
})

test('nothing is written into a file that leaves it out: Sveltia CMS writes defaults there, too', () => {
  const withDefault = NAMES.flatMap((name) => fieldsOf(name).filter((field) => 'default' in field))
  expect(withDefault.map(({ name, required }) => ({ name, required }))).toEqual(
    ['publishedAt', 'publishedAt', 'at'].map((name) => ({ name, required: true })),
  )
  expect(NAMES.flatMap((name) => fieldsOf(name).filter(({ widget }) => widget === 'boolean'))).toEqual([])
  expect(config.output).toEqual({ omit_empty_optional_fields: true })
})

test('what comes first is what every article needs, its text among it', () => {
  const first = wholeForm('articles', config).slice(0, 8)
  expect(first.map(({ name }) => name)).toEqual([
    ...['title', 'description', 'category', 'authors', 'publishedAt', 'draft', 'image', 'body'],
  ])
})

test('leads from an entry to its page, below the path of the site', () => {
  const paths = config.collections?.map(
    (collection) => 'preview_path' in collection && collection.preview_path,
  )
  expect(paths).toEqual([
    'daily/{{category}}/{{slug}}/',
    'daily/{{category}}/{{slug}}/',
    // Of an entry of live coverage the CMS does not know the article's section.
    false,
    false,
    'daily/author/{{slug}}/',
    'daily/{{slug}}/',
    'daily/series/{{slug}}/',
    'daily/{{slug}}/',
  ])
})

test.each([
  [{ review: false }, 'simple'],
  [{ review: true }, 'editorial_workflow'],
])('with %j publishes by the mode %s', (settings, mode) => {
  expect(configFor('en', settings).publish_mode).toBe(mode)
})

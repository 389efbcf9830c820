import { z } from 'astro/zod'
import { expect, test } from 'vitest'
import { slugOf } from '#domain/field.ts'
import { en } from '#i18n/en.ts'
import { fieldsFor } from './fields.ts'

const context = { t: en, site: { locale: 'en', articleLanguage: 'en', languages: [] }, referred: new Map() }
const schema = z.strictObject({ title: z.string(), size: z.int().optional() })

test('a key without a text is an error', () => {
  expect(() => fieldsFor(schema, { title: { label: 'Title' } }, context)).toThrow(
    'no text for the field "size"',
  )
})

test('a text without a key is an error', () => {
  const texts = { title: { label: 'Title' }, size: { label: 'Size' }, colour: { label: 'Colour' } }
  expect(() => fieldsFor(schema, texts, context)).toThrow('texts for no field: colour')
})

test('files of a folder that the desk does not show are an error', () => {
  const of = z.strictObject({ city: slugOf('src/content/cities/') })
  expect(() => fieldsFor(of, { city: { label: 'City' } }, context)).toThrow(
    'no collection of src/content/cities/',
  )
})

test('a language that articles are usually in is offered, whichever it is', () => {
  const of = z.strictObject({ lang: z.string().meta({ format: 'language' }) })
  const site = { locale: 'en', articleLanguage: 'eu', languages: [] }
  const [field] = fieldsFor(of, { lang: { label: 'Language' } }, { ...context, site })
  expect((field as { options?: unknown }).options).toContainEqual({ value: 'eu', label: 'Basque' })
})

import { z } from 'astro/zod'
import { breakingSchema } from '#domain/breaking.ts'
import { isOptional, knownKeys } from '#domain/known-keys.ts'
import { entrySchema } from '#domain/live/live-schema.ts'
import { nearest } from '#domain/nearest.ts'
import {
  articleSchema,
  authorSchema,
  categorySchema,
  pageSchema,
  seriesSchema,
  tagsSchema,
} from '#domain/schema.ts'
import type { Site } from '#domain/site.ts'
import type { Problem } from '../problem.ts'
import { COLLECTIONS, type Collection, entriesOfAll, type NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

const imagePath = () =>
  z
    .string('must be the path of an image beside this file, such as ./photo.jpg')
    .trim()
    .min(1, 'must not be empty')

/** The fields of every file: there, known, and of the right form. */
export function checkSchema(files: NewsroomFiles, site: Site): Problem[] {
  const { sources, tags, breaking } = files
  const schemas: Record<Collection, z.ZodType> = {
    articles: articleSchema({ image: imagePath, timeZone: site.timeZone }),
    authors: authorSchema({ image: imagePath }),
    categories: categorySchema,
    series: seriesSchema({ image: imagePath }),
    pages: pageSchema,
  }
  const entry = entrySchema({ image: imagePath, timeZone: site.timeZone })
  return [
    ...COLLECTIONS.flatMap((collection) =>
      sources[collection].flatMap((source) => judged(source, schemas[collection])),
    ),
    ...entriesOfAll(files).flatMap((source) => judged(source, entry)),
    ...(tags ? judged(tags, tagsSchema) : []),
    ...(breaking ? judged(breaking, breakingSchema(site.timeZone)) : []),
  ]
}

function judged(source: Source, schema: z.ZodType): Problem[] {
  const result = schema.safeParse(source.data)
  return result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, source, schema))
}

function describe(issue: z.core.$ZodIssue, source: Source, schema: z.ZodType): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = nearest(key, knownKeys(schema, issue.path))
      const advice = known ? `Did you mean "${known}"?` : 'Take the line out.'
      return {
        file: source.file,
        ...source.placeOf([...path, key], 'key'),
        message: `"${[...path, key].join('.')}" is not a field. ${advice}`,
      }
    })
  }
  const value = path.reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step],
    source.data,
  )
  if (issue.code === 'invalid_key') {
    const message = `the tag "${path.join('.')}" ${issue.issues[0]?.message ?? issue.message}.`
    return [{ file: source.file, ...source.placeOf(path, 'key'), message }]
  }
  return [{ file: source.file, ...source.placeOf(path), message: tell(issue, value, source.file, schema) }]
}

function tell({ path, message }: z.core.$ZodIssue, value: unknown, file: string, schema: z.ZodType): string {
  const field = path.join('.')
  const isEmpty = value === null || (typeof value === 'string' && value.trim() === '')
  if (isEmpty && isOptional(schema, path))
    return `"${field}" is empty. Write its value, or take the line out.`
  if (value !== undefined && value !== null) return `"${field}" ${message}.`
  const where = file.endsWith('.md') ? 'front matter' : 'file'
  return `"${field}" is ${value === null ? 'empty' : 'missing'}: write ${String(path.at(-1))}: and its value into the ${where}.`
}

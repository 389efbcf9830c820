import { z } from 'astro/zod'
import { faultOfAlias } from './alias.ts'
import { colour } from './colour.ts'
import { correctionsSchema, withdrawalSchema } from './correction.ts'
import { address, distinct, line, lines, moment, nameOf, slugOf } from './field.ts'
import { fitsFileName } from './file-name.ts'
import { canonicalLanguage, isLanguage } from './language.ts'
import { liveSchema } from './live/live-schema.ts'
import { isId } from './permanent-id.ts'
import { pictureSchema, type SchemaContext } from './picture-schema.ts'
import { slugify } from './slug.ts'

const KINDS = ['news', 'opinion', 'analysis', 'sponsored'] as const
const ROLES = ['reporter', 'editor', 'photographer', 'translator', 'source'] as const

const author = slugOf('src/content/authors/')

const language = z
  .string('must be a language such as en or id')
  .refine(isLanguage, 'must be a language such as en or id')
  .transform(canonicalLanguage)
  .meta({ format: 'language' })

/** What a file says in further languages of the outlet, an entry for each. */
function inLanguages<Words extends z.ZodRawShape>(words: Words) {
  const entry = z.strictObject({ locale: language, ...words }, 'must be { locale, … }')
  return z
    .array(entry, 'must be a list of { locale, … }')
    .refine(
      (entries) => new Set(entries.map((one) => (one as { locale: string }).locale)).size === entries.length,
      'must name each language once',
    )
    .optional()
}

// A few characters can make a long address.
const tagName = line(60).refine((tag) => fitsFileName(slugify(tag)), 'must be shorter')

const webLink = z.strictObject(
  {
    label: line(60),
    url: address(['http', 'https', 'mailto'], 'must be a web or mailto: address'),
  },
  'must be { label, url }',
)

const contributor = z.union(
  [z.strictObject({ author, role: z.enum(ROLES) }), z.strictObject({ name: line(100), role: z.enum(ROLES) })],
  `must be { author or name, role }, with a role of ${ROLES.join(', ')}`,
)

const alias = z
  .string('must be a path such as /2024/old-title/')
  .superRefine((path, ctx) => {
    const message = faultOfAlias(path)
    if (message) ctx.addIssue({ code: 'custom', message })
  })
  .meta({ examples: ['/2024/old-title/'] })

const aliases = distinct(alias)

const id = line(300).refine(
  isId,
  'must be a name in small letters, digits and hyphens, or an address such as https://old.example/?p=19',
)

/** Whether a text can be an article's `id`. */
export function isPermanentId(text: string): boolean {
  return id.safeParse(text).success
}

/** Front matter of `articles/**.md`; every key unknown to it is an error. */
export function articleSchema<Image extends z.ZodType>({ image, timeZone }: SchemaContext<Image>) {
  return z
    .strictObject({
      title: line(200),
      description: line(400),
      category: slugOf('src/content/categories/'),
      authors: distinct(author).min(1, 'must name at least one author'),
      publishedAt: moment(timeZone),
      updatedAt: moment(timeZone).optional(),
      tags: distinct(tagName).default([]),
      image: pictureSchema(image).optional(),
      lang: language.optional(),
      translationOf: nameOf('articles/').optional(),
      draft: z.boolean('must be true or false').default(false),
      priority: z.enum(['lead', 'top'], 'must be lead or top').optional(),
      aliases: aliases.default([]),
      /** By which feed readers know the article for good. */
      id: id.optional(),
      comments: z.boolean('must be true or false').default(true),
      ads: z.boolean('must be true or false').default(true),
      kind: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`).default('news'),
      contributors: z.array(contributor, 'must be a list').default([]),
      series: z
        .strictObject(
          {
            slug: slugOf('src/content/series/'),
            part: z
              .int('must be a whole number: 1, 2, 3')
              .min(1, 'must be 1 or more')
              .max(9999, 'must be 9999 or less'),
          },
          'must be { slug, part }',
        )
        .optional(),
      live: liveSchema(timeZone).optional(),
      corrections: correctionsSchema(timeZone).default([]),
      withdrawn: withdrawalSchema(timeZone).optional(),
    })
    .superRefine(({ publishedAt, updatedAt, corrections, withdrawn }, ctx) => {
      const later: [Date | undefined, (string | number)[]][] = [
        [updatedAt, ['updatedAt']],
        ...corrections.map(({ at }, i): [Date, (string | number)[]] => [at, ['corrections', i, 'at']]),
        [withdrawn?.at, ['withdrawn', 'at']],
      ]
      for (const [moment, path] of later) {
        if (moment && moment < publishedAt)
          ctx.addIssue({ code: 'custom', path, message: 'must not be before publishedAt' })
      }
    })
}

/** `src/content/authors/*.yml` */
export function authorSchema<Image extends z.ZodType>({ image }: Pick<SchemaContext<Image>, 'image'>) {
  return z.strictObject({
    name: line(100),
    role: line(100).optional(),
    bio: lines(1000).optional(),
    photo: z.strictObject({ src: image(), alt: line(400) }, 'must be { src, alt }').optional(),
    /** Shown as a badge: the newsroom vouches for who this is. */
    verified: z.boolean('must be true or false').default(false),
    links: z.array(webLink, 'must be a list of { label, url }').default([]),
    languages: inLanguages({ role: line(100).optional(), bio: lines(1000).optional() }),
    aliases: aliases.optional(),
  })
}

/** `src/content/categories/*.yml` */
export const categorySchema = z.strictObject({
  name: line(60),
  description: line(400).optional(),
  /** Place among the categories, smallest first; the rest follow by name. */
  order: z.number('must be a number').optional(),
  /** What it must be to be read stands in src/desk/rules/section-colours.ts: that hangs on the outlet's theme. */
  colour: colour.meta({ format: 'color' }).optional(),
  languages: inLanguages({ name: line(60), description: line(400).optional() }),
  aliases: aliases.optional(),
})

/** `src/content/series/*.yml` */
export function seriesSchema<Image extends z.ZodType>({ image }: Pick<SchemaContext<Image>, 'image'>) {
  return z.strictObject({
    title: line(120),
    description: line(400),
    image: z.strictObject({ src: image(), alt: line(400) }, 'must be { src, alt }').optional(),
    languages: inLanguages({ title: line(120), description: line(400) }),
    aliases: aliases.optional(),
  })
}

/** `src/content/tags.yml`: the old addresses of tags, by a name of each as articles write it. */
export const tagsSchema = z.record(tagName, aliases)

/** `src/content/pages/*.md` */
export const pageSchema = z.strictObject({
  title: line(200),
  description: line(400),
  lang: language.optional(),
  translationOf: nameOf('src/content/pages/').optional(),
  draft: z.boolean('must be true or false').default(false),
  aliases: aliases.default([]),
})

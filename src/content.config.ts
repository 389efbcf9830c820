import { createRequire } from 'node:module'
import { z } from 'astro/zod'
import type { PictureFile } from '#desk/picture-files.ts'

// As Node has loaded them for astro.config.mjs: Astro would transform the whole desk once more, and half of itself
// for `astro:content`, two seconds of each build.
const require = createRequire(import.meta.url)
const { defineCollection } = require('astro/content/config') as typeof import('astro/content/config')
const { buildSettings } = require('#build/settings.ts') as typeof import('#build/settings.ts')
const { newsroomLoaders } = require('#desk/loader.ts') as typeof import('#desk/loader.ts')
const { pack } = require('#desk/packed.ts') as typeof import('#desk/packed.ts')
const { readSite } = require('#desk/read-site.ts') as typeof import('#desk/read-site.ts')
const { commentsSchema } = require('#domain/comment.ts') as typeof import('#domain/comment.ts')
const { entrySchema } = require('#domain/live/live-schema.ts') as typeof import('#domain/live/live-schema.ts')
const { articleSchema, authorSchema, categorySchema, pageSchema, seriesSchema } =
  require('#domain/schema.ts') as typeof import('#domain/schema.ts')

const { newsroom, preview } = buildSettings()
const site = await readSite(newsroom)
const loaders = newsroomLoaders(newsroom, site, { preview })

// As the loaders have judged them.
const picture = () => z.custom<PictureFile>()
const bodyImages = z.array(z.object({ path: z.string(), file: picture() }))
const entries = z.array(
  z.object({
    id: z.string(),
    file: z.string(),
    frontMatter: entrySchema({ image: picture, timeZone: site.timeZone }),
    excerpt: z.string(),
    words: z.number(),
    bodyImages,
    digest: z.string(),
  }),
)
const articles = z.object({
  frontMatter: articleSchema({ image: picture, timeZone: site.timeZone }),
  words: z.number(),
  comments: commentsSchema,
  bodyImages,
  entries,
})

export const collections = {
  articles: defineCollection({
    loader: loaders.articles,
    schema: articles.transform((fields) => ({ fields: pack(fields) })),
  }),
  authors: defineCollection({ loader: loaders.authors, schema: authorSchema({ image: picture }) }),
  categories: defineCollection({ loader: loaders.categories, schema: categorySchema }),
  series: defineCollection({ loader: loaders.series, schema: seriesSchema({ image: picture }) }),
  pages: defineCollection({
    loader: loaders.pages,
    schema: z.object({ frontMatter: pageSchema, bodyImages }),
  }),
}

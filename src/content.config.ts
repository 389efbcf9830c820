import { defineCollection, type SchemaContext } from 'astro:content'
import { z } from 'astro/zod'
import { newsroomFolder } from '#desk/folder.ts'
import { newsroomLoaders } from '#desk/loader.ts'
import { isPreviewAsked } from '#desk/preview.ts'
import { commentsSchema } from '#domain/comment.ts'
import { articleSchema, authorSchema, categorySchema, pageSchema, seriesSchema } from '#domain/schema.ts'
import { site } from '#site.ts'

const loaders = newsroomLoaders(newsroomFolder(), site, { preview: isPreviewAsked() })

export const collections = {
  articles: defineCollection({
    loader: loaders.articles,
    schema: ({ image }) =>
      z.object({
        frontMatter: articleSchema({ image, timeZone: site.timeZone }),
        words: z.number(),
        comments: commentsSchema,
        bodyImages: bodyImages(image),
      }),
  }),
  authors: defineCollection({ loader: loaders.authors, schema: ({ image }) => authorSchema({ image }) }),
  categories: defineCollection({ loader: loaders.categories, schema: categorySchema }),
  series: defineCollection({ loader: loaders.series, schema: ({ image }) => seriesSchema({ image }) }),
  pages: defineCollection({
    loader: loaders.pages,
    schema: ({ image }) => z.object({ frontMatter: pageSchema, bodyImages: bodyImages(image) }),
  }),
}

function bodyImages(image: SchemaContext['image']) {
  return z.array(z.object({ path: z.string(), file: image() }))
}

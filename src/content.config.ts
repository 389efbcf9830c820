import { createRequire } from 'node:module'
import { defineCollection, type SchemaContext } from 'astro:content'
import { z } from 'astro/zod'

// As Node has loaded them for astro.config.mjs: Astro would transform the whole desk once more, a second of each build.
const require = createRequire(import.meta.url)
const { newsroomFolder } = require('#desk/folder.ts') as typeof import('#desk/folder.ts')
const { newsroomLoaders } = require('#desk/loader.ts') as typeof import('#desk/loader.ts')
const { pack } = require('#desk/packed.ts') as typeof import('#desk/packed.ts')
const { isPreviewAsked } = require('#desk/preview.ts') as typeof import('#desk/preview.ts')
const { readSite } = require('#desk/read-site.ts') as typeof import('#desk/read-site.ts')
const { commentsSchema } = require('#domain/comment.ts') as typeof import('#domain/comment.ts')
const { articleSchema, authorSchema, categorySchema, pageSchema, seriesSchema } =
  require('#domain/schema.ts') as typeof import('#domain/schema.ts')

const folder = newsroomFolder()
const site = await readSite(folder)
const loaders = newsroomLoaders(folder, site, { preview: isPreviewAsked() })

export const collections = {
  articles: defineCollection({
    loader: loaders.articles,
    schema: once(({ image }) =>
      z
        .object({
          frontMatter: articleSchema({ image, timeZone: site.timeZone }),
          words: z.number(),
          comments: commentsSchema,
          bodyImages: bodyImages(image),
        })
        // Astro finds no picture in what is packed.
        .transform(({ bodyImages, ...fields }) => ({
          image: fields.frontMatter.image?.src,
          bodyImages,
          fields: pack(fields),
        })),
    ),
  }),
  authors: defineCollection({
    loader: loaders.authors,
    schema: once(({ image }) => authorSchema({ image })),
  }),
  categories: defineCollection({ loader: loaders.categories, schema: categorySchema }),
  series: defineCollection({ loader: loaders.series, schema: once(({ image }) => seriesSchema({ image })) }),
  pages: defineCollection({
    loader: loaders.pages,
    schema: once(({ image }) => z.object({ frontMatter: pageSchema, bodyImages: bodyImages(image) })),
  }),
}

/**
 * Makes a schema but once for what Astro makes of a picture's path: its store
 * knows it by a mark, an editor's hints leave it as it is. Astro asks anew with
 * each entry, as a picture of a bare name may lie beside it; the loaders give it no such names.
 */
function once<Schema>(make: (context: SchemaContext) => Schema): (context: SchemaContext) => Schema {
  const made = new Map<unknown, Schema>()
  return (context) => {
    const path: unknown = context.image().parse('./')
    const schema = made.get(path) ?? make(context)
    made.set(path, schema)
    return schema
  }
}

function bodyImages(image: SchemaContext['image']) {
  return z.array(z.object({ path: z.string(), file: image() }))
}

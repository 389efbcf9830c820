import { z } from 'astro/zod'
import { articleSchema, authorSchema, categorySchema, pageSchema } from './schema.ts'

/** Which collection's schema front matter or a file of settings is to fit. */
export type Fitting = 'article' | 'page' | 'author' | 'category'

type Path = readonly PropertyKey[]

/** Tells where data does not fit the schema of a collection; pictures are not looked at. */
export function fieldJudge(timeZone: string): (fitting: Fitting, data: Record<string, unknown>) => Path[] {
  const image = () => z.unknown()
  const schemas = {
    article: articleSchema({ image, timeZone }),
    page: pageSchema,
    author: authorSchema({ image }),
    category: categorySchema,
  }
  return (fitting, data) => {
    const { error } = schemas[fitting].safeParse(data)
    return error?.issues.map(({ path }) => path) ?? []
  }
}

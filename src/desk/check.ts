import type { Site } from '#domain/site.ts'
import type { Problem } from './problem.ts'
import type { NewsroomFiles } from './read-newsroom.ts'
import { checkDuplicates } from './rules/duplicates.ts'
import { checkImages } from './rules/images.ts'
import { checkReferences } from './rules/references.ts'
import { checkRoutes } from './rules/routes.ts'
import { checkSchema } from './rules/schema.ts'

export type Rule = (files: NewsroomFiles, site: Site) => Problem[] | Promise<Problem[]>

const RULES: readonly Rule[] = [checkSchema, checkReferences, checkDuplicates, checkRoutes, checkImages]

/** Every problem of every file: those met while reading and those that the rules find. */
export async function checkNewsroom(files: NewsroomFiles, site: Site): Promise<Problem[]> {
  const found = await Promise.all(RULES.map((rule) => rule(files, site)))
  return [...files.problems, ...found.flat()]
}

import type { Site } from '#domain/site.ts'
import { inOrder, type Problem } from './problem.ts'
import type { NewsroomFiles } from './read-newsroom.ts'
import { checkControlCharacters } from './rules/control-characters.ts'
import { checkDates } from './rules/dates.ts'
import { checkDuplicates } from './rules/duplicates.ts'
import { checkEmptyBodies } from './rules/empty-bodies.ts'
import { checkHeadings } from './rules/headings.ts'
import { checkImageTexts } from './rules/image-texts.ts'
import { checkImages } from './rules/images.ts'
import { checkLinks } from './rules/links.ts'
import { checkMadeFiles } from './rules/made-files.ts'
import { checkNestedAliases } from './rules/nested-aliases.ts'
import { checkRawHtml } from './rules/raw-html.ts'
import { checkReferences } from './rules/references.ts'
import { checkRoutes } from './rules/routes.ts'
import { checkSchema } from './rules/schema.ts'
import { checkTitles } from './rules/titles.ts'
import { checkTranslations } from './rules/translations.ts'
import { checkUnsafeLinks } from './rules/unsafe-links.ts'

export type Rule = (files: NewsroomFiles, site: Site) => Problem[] | Promise<Problem[]>

const RULES: readonly Rule[] = [
  // The first, as its pictures are decoded while the others read.
  checkImages,
  checkSchema,
  checkReferences,
  checkTranslations,
  checkDuplicates,
  checkRoutes,
  checkMadeFiles,
  checkNestedAliases,
  checkDates,
  checkTitles,
  checkEmptyBodies,
  checkControlCharacters,
  checkHeadings,
  checkImageTexts,
  checkLinks,
  checkUnsafeLinks,
  checkRawHtml,
]

/** Every problem of every file, in order: those met while reading and those that the rules find. */
export async function checkNewsroom(files: NewsroomFiles, site: Site): Promise<Problem[]> {
  const found = await Promise.all(RULES.map((rule) => rule(files, site)))
  return inOrder([...files.problems, ...found.flat()])
}

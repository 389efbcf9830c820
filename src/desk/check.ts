import type { Site } from '#domain/site.ts'
import { parseTheme, type Theme } from '#styles/theme.ts'
import { inOrder, type Problem } from './problem.ts'
import type { NewsroomFiles } from './read-newsroom.ts'
import { checkAddressesBelow } from './rules/addresses-below.ts'
import { checkBreaking } from './rules/breaking.ts'
import { checkControlCharacters } from './rules/control-characters.ts'
import { checkDates } from './rules/dates.ts'
import { checkDuplicates } from './rules/duplicates.ts'
import { checkEmptyBodies } from './rules/empty-bodies.ts'
import { checkHeadings } from './rules/headings.ts'
import { checkImageTexts } from './rules/image-texts.ts'
import { checkImages } from './rules/images.ts'
import { checkMisreadings } from './rules/misreadings.ts'
import { checkLeftOverAddresses } from './rules/left-over-addresses.ts'
import { checkLeftOverPages } from './rules/left-over-pages.ts'
import { checkLeftOverPictures } from './rules/left-over-pictures.ts'
import { checkLanguages } from './rules/languages.ts'
import { checkLinks } from './rules/links.ts'
import { checkLiveEntries } from './rules/live-entries.ts'
import { checkLiveStates } from './rules/live-states.ts'
import { checkMadeFiles } from './rules/made-files.ts'
import { checkNamedFiles } from './rules/named-files.ts'
import { checkNestedAliases } from './rules/nested-aliases.ts'
import { checkOverrides } from './rules/overrides.ts'
import { checkProgramVersion } from './rules/program-version.ts'
import { checkRawHtml } from './rules/raw-html.ts'
import { checkReferences } from './rules/references.ts'
import { checkRoutes } from './rules/routes.ts'
import { checkSchema } from './rules/schema.ts'
import { checkSectionColours } from './rules/section-colours.ts'
import { checkTagNames } from './rules/tag-names.ts'
import { checkTrackedCaches } from './rules/tracked-caches.ts'
import { checkTexts } from './rules/texts.ts'
import { checkTitles } from './rules/titles.ts'
import { checkTranslations } from './rules/translations.ts'
import { checkUnsafeLinks } from './rules/unsafe-links.ts'
import { checkWebDeskPackage } from './rules/web-desk-package.ts'
import type { Source } from './source.ts'

export type Rule = (files: NewsroomFiles, site: Site, theme: Theme) => Problem[] | Promise<Problem[]>

/** Those that look at each file by itself, whatever the date. */
const ALONE: readonly Rule[] = [
  checkSchema,
  checkTitles,
  checkEmptyBodies,
  checkControlCharacters,
  checkHeadings,
  checkImageTexts,
  checkUnsafeLinks,
  checkRawHtml,
  checkMisreadings,
]

const TOGETHER: readonly Rule[] = [
  // The first, as its pictures are decoded while the others read.
  checkImages,
  checkReferences,
  checkTranslations,
  checkDuplicates,
  checkRoutes,
  checkLanguages,
  checkMadeFiles,
  checkNamedFiles,
  checkNestedAliases,
  checkAddressesBelow,
  checkTagNames,
  checkDates,
  checkLiveEntries,
  checkLiveStates,
  checkBreaking,
  checkLinks,
  checkLeftOverAddresses,
  checkLeftOverPages,
  checkLeftOverPictures,
  checkSectionColours,
  checkOverrides,
  checkProgramVersion,
  checkTrackedCaches,
  checkWebDeskPackage,
  checkTexts,
]

/**
 * Every problem of every file, in order: those met while reading and those that the rules find.
 * @param theme the program's own unless given
 */
export async function checkNewsroom(
  files: NewsroomFiles,
  site: Site,
  theme: Theme = parseTheme({}),
): Promise<Problem[]> {
  const isUnjudged = ({ knownValid }: Source) => !knownValid
  const unjudged = {
    ...files,
    sources: { ...files.sources, articles: files.sources.articles.filter(isUnjudged) },
    entries: new Map([...files.entries].map(([article, entries]) => [article, entries.filter(isUnjudged)])),
  }
  const found = await Promise.all([
    ...TOGETHER.map((rule) => rule(files, site, theme)),
    ...ALONE.map((rule) => rule(unjudged, site, theme)),
  ])
  return inOrder([...files.problems, ...found.flat()])
}

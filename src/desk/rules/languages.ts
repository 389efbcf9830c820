import { languageName } from '#domain/language.ts'
import { type Language, languagesOf } from '#domain/languages.ts'
import type { Site } from '#domain/site.ts'
import { shownIn } from '../article-place.ts'
import { fixedNames } from '../fixed-names.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { settingPlaces } from '../setting-places.ts'
import type { Source } from '../source.ts'

/**
 * The folder of each further language is nothing else's, files say nothing in a language that the outlet does not have,
 * and a static page is there in all of them, which is a warning.
 */
export async function checkLanguages({ folder, sources }: NewsroomFiles, site: Site): Promise<Problem[]> {
  const worded = [...sources.categories, ...sources.series, ...sources.authors]
  const known = new Set(languagesOf(site).map(({ locale }) => locale))
  const unknown = worded.flatMap((source) => unknownIn(source, known))
  if (site.languages.length === 0) return unknown
  const { fixed } = await fixedNames(folder)
  const { placeOf } = await settingPlaces(folder.siteConfig)
  const named = [...sources.categories, ...sources.pages]
  const taken = site.languages.flatMap(({ path }, i): Problem[] => {
    const owner = named.find(({ slug }) => slug === path)?.file
    if (!fixed.has(path) && owner === undefined) return []
    const whose = owner ?? 'the site itself, or to public/'
    const message = `"languages.${i}.path" is "${path}", but the address /${path}/ belongs to ${whose}. Choose another.`
    return [{ file: 'src/site.config.ts', ...placeOf(['languages', i, 'path']), message }]
  })
  return [...taken, ...unknown, ...missingPages(sources.pages, site)]
}

function unknownIn(source: Source, known: ReadonlySet<string>): Problem[] {
  const { languages } = source.data
  if (!Array.isArray(languages)) return []
  return languages.flatMap((entry: { locale?: unknown } | null, i): Problem[] => {
    const locale = entry?.locale
    // The schema tells of one that is no language at all.
    if (typeof locale !== 'string' || known.has(locale)) return []
    const message = `the outlet has no language "${locale}". Its languages are ${[...known].join(', ')}: src/site.config.ts names them.`
    return [{ file: source.file, ...source.placeOf(['languages', i, 'locale']), message }]
  })
}

/** Pages that are not there in each of the outlet's languages: readers of one find no link to them in its chrome. */
function missingPages(pages: readonly Source[], site: Site): Problem[] {
  const written = pages.filter(({ data }) => data.draft !== true)
  const versions = Map.groupBy(written, ({ slug, data }) => String(data.translationOf ?? slug))
  return [...versions].flatMap(([original, all]): Problem[] => {
    const page = all.find(({ slug }) => slug === original)
    // The original may be missing, which another rule tells.
    if (!page) return []
    const there = new Set(all.map((one) => shownIn(one, site).path))
    const missing = languagesOf(site).filter(({ path }) => !there.has(path))
    if (missing.length === 0) return []
    const message = `there is no version of this page in ${named(missing)}. Write one, with "lang" and "translationOf: ${page.slug}", or link to this one from there.`
    return [{ file: page.file, ...page.placeOf([]), message, severity: 'warning' }]
  })
}

function named(languages: readonly Language[]): string {
  const names = languages.map(({ locale }) => languageName(locale, 'en'))
  return new Intl.ListFormat('en').format(names)
}

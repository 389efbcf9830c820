import { pathFrom } from '../folder.ts'
import type { Site } from '#domain/site.ts'
import { isOwnLanguage, lookUp, type OutletTexts } from '#i18n/dictionary.ts'
import { en } from '#i18n/en.ts'
import { faultsOfTexts, missingForms } from '#i18n/judge-texts.ts'
import { languageName } from '#i18n/start-texts.ts'
import { missingTexts } from '#i18n/text-places.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { readTexts } from '../read-texts.ts'
import { settingPlaces } from '../setting-places.ts'
import { textsFiles } from '../texts-files.ts'

/** Missing texts that are named. */
const MOST_NAMED = 20

/** The outlet's texts are such as the program has, and there are some in the language of each chrome. */
export async function checkTexts({ folder }: NewsroomFiles, site: Site): Promise<Problem[]> {
  const { texts, problems } = await readTexts(folder)
  const files = new Map(textsFiles(folder.texts).map(({ locale, path }) => [locale, path]))
  const placesOf = async (path: string) => {
    const { placeOf } = await settingPlaces(path)
    return (keys: readonly string[]) => ({ file: pathFrom(folder.root, path), ...placeOf(keys) })
  }
  const faults = await Promise.all(
    Object.entries(texts).map(async ([locale, given]) => {
      const found = faultsOfTexts(given, locale)
      if (found.length === 0) return []
      const placeOf = await placesOf(files.get(locale) ?? '')
      return found.map(({ path, message }): Problem => ({ ...placeOf(path), message }))
    }),
  )
  const chromes = [
    { locale: site.locale, at: ['locale'], unshown: unshownIn(site) },
    // What the newsroom sees is in the main language.
    ...site.languages.map(({ locale }, i) => ({
      locale,
      at: ['languages', i, 'locale'],
      unshown: ['webDesk', 'moderation', 'publisher'],
    })),
  ]
  const inChromes = chromes.map(async ({ locale, at, unshown }): Promise<Problem[]> => {
    if (isOwnLanguage(locale)) return []
    const own = lookUp(locale).filter((tag) => files.has(tag))
    const [file = ''] = own.flatMap((tag) => files.get(tag) ?? [])
    if (own.length === 0) {
      const { placeOf } = await settingPlaces(folder.siteConfig)
      return [{ file: 'src/site.config.ts', ...placeOf(at), message: unspoken(locale, at) }]
    }
    // What cannot be read is no language that lacks something.
    if (own.some((tag) => texts[tag] === undefined)) return []
    const placeOf = await placesOf(file)
    return lacking(own, texts, unshown).map(({ path, message }) => warning(placeOf(path), message))
  })
  return [...problems, ...faults.flat(), ...(await Promise.all(inChromes)).flat()]
}

/** The parts of the texts that this outlet shows nobody. */
function unshownIn({ webDesk, comments, languages }: Site): string[] {
  return [
    ...(webDesk ? [] : ['webDesk']),
    ...(comments.provider === 'waline' ? [] : ['moderation']),
    ...(languages.length > 0 ? [] : ['languages']),
  ]
}

/** What the texts of the chrome's language lack, of what this outlet shows. */
function lacking(
  own: readonly string[],
  texts: OutletTexts,
  unshown: readonly string[],
): { path: readonly string[]; message: string }[] {
  const shown = Object.fromEntries(Object.entries(en).filter(([key]) => !unshown.includes(key)))
  const missing = missingTexts(
    shown,
    own.map((tag) => texts[tag]),
  ).map(({ path }) => path.join('.'))
  const [locale = ''] = own
  return [
    ...(missing.length > 0 ? [{ path: [], message: absent(missing, locale) }] : []),
    ...missingForms(texts[locale], locale).map(({ path, forms }) => ({
      path,
      message: `"${path.join('.')}" has no form for ${forms.map((form) => `"${form}"`).join(', ')}, which ${languageName(locale)} tells apart. "other" stands in.`,
    })),
  ]
}

function absent(missing: readonly string[], locale: string): string {
  const named = missing.slice(0, MOST_NAMED).join(', ')
  const more = missing.length - MOST_NAMED
  const [subject, verb] = missing.length === 1 ? ['text is', 'appears'] : ['texts are', 'appear']
  return `${missing.length} ${subject} missing, and ${verb} in English: ${named}${more > 0 ? `, and ${more} more` : ''}. To see them: npm run news -- texts ${locale}`
}

function unspoken(locale: string, at: readonly (string | number)[]): string {
  const [tag = locale] = lookUp(locale).slice(-1)
  return `"${at.join('.')}" is "${locale}", but there are no texts in ${languageName(locale)}. Start src/texts/${tag}.ts by: npm run news -- texts ${tag}`
}

function warning(place: Omit<Problem, 'message'>, message: string): Problem {
  return { ...place, message, severity: 'warning' }
}

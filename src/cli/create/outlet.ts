import { basename, resolve } from 'node:path'
import { SettingsError } from '#domain/setting-faults.ts'
import { parseSite } from '#domain/site.ts'
import { isSlug, slugify } from '#domain/slug.ts'
import { isOwnLanguage } from '#i18n/dictionary.ts'
import { HOSTS, type Host } from './hosts.ts'
import { starterTextsIn } from './texts/starter-texts.ts'

/** What has been said so far of an outlet that is to be started. */
export type GivenOutlet = { [Key in keyof Outlet]: Outlet[Key] | undefined }

/** What a new outlet's files are made from. */
export interface Outlet {
  name: string
  tagline: string
  url: string
  timeZone: string
  /** Language of the chrome. */
  locale: string
  articleLanguage: string
  /** Names of sections. */
  sections: string[]
  /** Names of people. */
  people: string[]
  /** The address of its comment server, or `none`. */
  comments: string
  host: Host
}

/** The keys that are settings of the config, of which its schema knows what they may be. */
const SETTINGS = ['name', 'tagline', 'url', 'timeZone', 'locale', 'articleLanguage'] as const
export type Setting = (typeof SETTINGS)[number]

const SOUND = { name: 'A', tagline: 'A', url: 'https://a.example/' }

/** What is wrong with one answer, as a sentence with the way to mend it; undefined where nothing is. */
export function faultOf<Key extends keyof Outlet>(key: Key, value: Outlet[Key]): string | undefined {
  switch (key) {
    case 'sections':
    case 'people':
      return faultOfNames(key, value as string[])
    case 'comments':
      return value === 'none' ? undefined : settingFault({ comments: commentsOf(String(value)) })
    case 'host':
      return Object.hasOwn(HOSTS, value as string)
        ? undefined
        : `"host" is "${value}", but must be one of ${Object.keys(HOSTS).join(', ')}.`
    default:
      return settingFault({ [key]: value })
  }
}

/** What is wrong with what has been given. */
export function faultsOf(given: GivenOutlet): string[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const fault =
      value === undefined ? undefined : faultOf(key as keyof Outlet, value as Outlet[keyof Outlet])
    return fault === undefined ? [] : [fault]
  })
}

/** An outlet of what has been given, and of what is usual for all else. @param folder the outlet's */
export function withDefaults(given: GivenOutlet, folder: string): Outlet {
  return {
    name: given.name ?? defaultOf('name', given, folder),
    tagline: given.tagline ?? defaultOf('tagline', given, folder),
    url: given.url ?? defaultOf('url', given, folder),
    timeZone: given.timeZone ?? defaultOf('timeZone', given, folder),
    locale: given.locale ?? defaultOf('locale', given, folder),
    articleLanguage: given.articleLanguage ?? defaultOf('articleLanguage', given, folder),
    sections: given.sections ?? [...textsOf(given).sections],
    people: given.people ?? [textsOf(given).newsroom],
    comments: given.comments ?? 'none',
    host: given.host ?? 'github-pages',
  }
}

/** What is usual for a setting that has not been given, by those that have. */
export function defaultOf(key: Setting, given: GivenOutlet, folder: string): string {
  const { locale } = Intl.DateTimeFormat().resolvedOptions()
  switch (key) {
    case 'name':
      return titleOf(basename(resolve(folder)))
    case 'tagline':
      return textsOf(given).tagline
    case 'url':
      return `https://${slugify(given.name ?? titleOf(basename(resolve(folder)))).replace(/[^a-z\d-]/g, '') || 'outlet'}.example/`
    case 'timeZone':
      return Intl.DateTimeFormat().resolvedOptions().timeZone
    case 'locale':
      return isOwnLanguage(locale) ? languageOf(locale) : 'en'
    case 'articleLanguage':
      return given.locale ?? defaultOf('locale', given, folder)
  }
}

/** The texts that the outlet begins with: in its articles' language, else in its chrome's, else in English. */
export function textsOf({ articleLanguage, locale }: Pick<GivenOutlet, 'articleLanguage' | 'locale'>) {
  const texts = [articleLanguage, locale, 'en'].flatMap((tag) => (tag && starterTextsIn(tag)) || [])
  if (!texts[0]) throw new Error('There are no texts for a new outlet.')
  return texts[0]
}

/** The config's `comments` for an answer. */
export function commentsOf(answer: string): object | undefined {
  return answer === 'none' ? undefined : { provider: 'waline', server: answer }
}

/** What the config's schema says of settings. */
function settingFault(settings: object): string | undefined {
  try {
    parseSite({ ...SOUND, ...settings })
    return undefined
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.faults.map(({ message }) => message).join(' ')
  }
}

function faultOfNames(key: 'sections' | 'people', names: readonly string[]): string | undefined {
  if (names.length === 0) return `"${key}" is empty, but must have at least one name.`
  const nameless = names.find((name) => !isSlug(slugify(name)))
  if (nameless !== undefined) return `"${key}" has "${nameless}", which has no letter for an address.`
  const slugs = names.map(slugify)
  const twice = names.find((_, i) => slugs.indexOf(slugs[i] ?? '') !== i)
  return twice === undefined ? undefined : `"${key}" has "${twice}" twice.`
}

/** A folder's name as a title: `my-paper` is "My Paper". */
function titleOf(name: string): string {
  return name
    .split(/[-_\s]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .trim()
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? ''
}

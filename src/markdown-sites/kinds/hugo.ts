import { hugoCodes } from '../codes/hugo.ts'
import {
  type Addressed,
  datedName,
  type TextPlace,
  type SiteKind,
  type SiteSettings,
  textPath,
  withSlash,
} from '../kind.ts'
import { fillPattern, momentValues, urlName } from '../permalink.ts'
import { isFields, isYes, textOf } from '../values.ts'

const NAMES = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
)

export const hugo: SiteKind = {
  name: 'Hugo',
  settings: [...NAMES, ...NAMES.map((name) => `config/_default/${name}`)],
  passedOver: new Set(['public', 'resources', 'themes', 'layouts', 'archetypes', 'i18n', 'data']),
  dialect: hugoCodes,
  tagsByBlanks: false,
  served: ['static/', 'assets/'],
  placeOf,
  addressOf,
  tagAddress: (name) => `/tags/${urlName(name)}/`,
  categoryAddress: (id) => `/categories/${urlName(id)}/`,
}

function placeOf(
  path: string,
  site: SiteSettings,
  exists: (path: string) => boolean,
): TextPlace | string | undefined {
  const content = `${textOf(site.fields.contentDir) || 'content'}/`
  if (!path.startsWith(content)) return undefined
  const text = textPath(path)
  if (text === undefined || typeof text === 'string') return text
  const { name: written, language } = withLanguage(text.name, site)
  if (written === '_index') return 'the text of a list, which the newsroom makes itself'
  const folder = text.folder.slice(content.length)
  if (written !== 'index' && ['.md', '.html'].some((ending) => exists(`${text.folder}/index${ending}`)))
    return `a part of ${text.folder}/index`
  const folders = folder.split('/').filter(Boolean)
  const bundle = written === 'index' ? folders.pop() : undefined
  const { date, name } = datedName(bundle ?? written)
  const section = folders[0] ?? ''
  return {
    kind: section === '' || /^pages?$/.test(section) ? 'page' : 'article',
    name,
    folder: folders.join('/'),
    section,
    ...(date && { date }),
    ...(language && { language }),
  }
}

/** A name whose ending names one of the site's languages, `quay.id`. */
function withLanguage(name: string, { fields }: SiteSettings): { name: string; language: string } {
  const [, rest = '', language = ''] = /^(.+)\.([a-z]{2,3}(?:-[a-z]+)?)$/i.exec(name) ?? []
  const isOne = isFields(fields.languages) && Object.hasOwn(fields.languages, language.toLowerCase())
  return isOne ? { name: rest, language: language.toLowerCase() } : { name, language: '' }
}

function addressOf(file: Addressed, site: SiteSettings): string | undefined {
  const { place, slug, date, title } = file
  const { fields } = site
  const prefix =
    place.language && place.language !== (textOf(fields.defaultContentLanguage) || 'en')
      ? `/${place.language}`
      : ''
  const own = textOf(file.permalink)
  if (own) return own.startsWith('/') || /^https?:/.test(own) ? own : prefix + withSlash(own)
  const written = /([^/]+?)(?:\/index)?(?:\.[a-z]{2,3})?\.[a-z]+$/i.exec(file.path)?.[1] ?? place.name
  const slugOrName =
    slug || urlName(place.date === undefined ? written : usesName(fields) ? place.name : written)
  const pattern = site.permalink ?? patternOf(fields, place.section)
  const values = {
    ...(date && momentValues(date, file.timeZone)),
    section: place.section,
    sections: place.folder.split('/').map(urlName).join('/'),
    title: urlName(title),
    slug: slug || urlName(title),
    slugorfilename: slugOrName,
    slugorcontentbasename: slugOrName,
    filename: urlName(written),
    contentbasename: urlName(written),
  }
  const path = fillPattern(prefix + withSlash(pattern ?? ':sections/:slugorfilename/'), values)
  return isYes(fields.uglyURLs) && pattern === undefined ? path?.replace(/\/$/, '.html') : path
}

/** Whether the date of a file's name is taken out of its slug: where the settings take dates from names. */
function usesName(fields: SiteSettings['fields']): boolean {
  return isFields(fields.frontmatter) && JSON.stringify(fields.frontmatter).includes(':filename')
}

/** https://gohugo.io/configuration/permalinks/ */
function patternOf({ permalinks }: SiteSettings['fields'], section: string): string | undefined {
  if (!isFields(permalinks)) return undefined
  const ofPages = isFields(permalinks.page) ? permalinks.page : {}
  return textOf(ofPages[section]) || textOf(permalinks[section]) || undefined
}

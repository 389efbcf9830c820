import { liquid } from '../codes/liquid.ts'
import type { Fields } from '../front-matter.ts'
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
import { isFields, namesIn, textOf } from '../values.ts'

/** https://jekyllrb.com/docs/permalinks/#built-in-formats */
const STYLES: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

export const jekyll: SiteKind = {
  name: 'Jekyll',
  settings: ['_config.yml', '_config.yaml', '_config.toml'],
  passedOver: new Set(['_site', '_layouts', '_includes', '_data', '_sass', '_plugins', 'vendor']),
  dialect: liquid,
  tagsByBlanks: true,
  served: [],
  placeOf,
  addressOf,
  defaultsOf,
  tagAddress: (name, site) => archiveAddress(name, site, 'tag', '/tag/:name/'),
  categoryAddress: (id, site) => archiveAddress(id, site, 'category', '/category/:name/'),
}

function placeOf(path: string, site: SiteSettings): TextPlace | string | undefined {
  const text = textPath(path)
  if (text === undefined || typeof text === 'string') return text
  const folders = text.folder.split('/').filter(Boolean)
  const inner = folders.findIndex((folder) => folder.startsWith('_'))
  const { date, name } = datedName(text.name)
  const collection = folders[inner]?.slice(1) ?? ''
  const categories = folders.slice(0, Math.max(inner, 0))
  const folder = folders.slice(inner + 1).join('/')
  if (collection === 'posts') {
    if (date === undefined) return 'its name has no date in front, so that Jekyll leaves it out'
    return { kind: 'article', name, date, categories, folder, section: 'posts' }
  }
  if (collection === 'drafts')
    return {
      kind: 'article',
      name,
      isDraft: true,
      categories,
      folder,
      section: 'posts',
      ...(date && { date }),
    }
  if (collection !== '') {
    if (!collectionsOf(site).has(collection)) return undefined
    return { kind: 'dated', name, folder, section: collection, ...(date && { date }) }
  }
  return { kind: 'page', name: text.name, folder: text.folder, section: '' }
}

function collectionsOf({ fields }: SiteSettings): Map<string, Fields> {
  const { collections } = fields
  if (Array.isArray(collections)) return new Map(namesIn(collections).map((name) => [name, {}]))
  if (!isFields(collections)) return new Map()
  return new Map(Object.entries(collections).map(([name, of]) => [name, isFields(of) ? of : {}]))
}

function addressOf(file: Addressed, site: SiteSettings): string | undefined {
  const { place, slug, date } = file
  const name = slug || place.name
  const values = {
    ...(date && momentValues(date, file.timeZone)),
    categories: file.categories.map(urlName).join('/'),
    title: name,
    slug: urlName(name),
    name: urlName(place.name),
    basename: place.name,
    path: place.folder,
    collection: place.section,
    output_ext: '.html',
  }
  const own = textOf(file.permalink)
  if (own) return fillPattern(STYLES[own] ?? withSlash(own), values)
  const general = textOf(site.fields.permalink) || 'date'
  const isPretty = general === 'pretty' || (STYLES[general] === undefined && general.endsWith('/'))
  if (place.section === 'posts') return fillPattern(site.permalink ?? STYLES[general] ?? general, values)
  if (place.section !== '') {
    const pattern = textOf(collectionsOf(site).get(place.section)?.permalink)
    const path = place.folder ? `${place.folder}/${name}` : name
    return fillPattern(STYLES[pattern] ?? (pattern || '/:collection/:path:output_ext'), { ...values, path })
  }
  if (place.name === 'index') return fillPattern('/:path/', values)
  return fillPattern(isPretty ? '/:path/:basename/' : '/:path/:basename:output_ext', values)
}

/** Of `defaults` in the settings, the values of those whose scope holds the file; a longer path goes before. */
function defaultsOf(path: string, { section }: TextPlace, { fields }: SiteSettings): Fields {
  const scoped = (Array.isArray(fields.defaults) ? fields.defaults : []).flatMap((one) => {
    const { scope, values } = isFields(one) ? one : {}
    if (!isFields(scope) || !isFields(values)) return []
    const [within, type] = [textOf(scope.path).replace(/\/$/, ''), textOf(scope.type)]
    const isIn = (within === '' || path === within || path.startsWith(`${within}/`)) && !within.includes('*')
    const isOf = type === '' || type === (section || 'pages')
    return isIn && isOf ? [{ length: within.length, values }] : []
  })
  return Object.assign({}, ...scoped.sort((a, b) => a.length - b.length).map(({ values }) => values))
}

/** The pages of tags and categories are made by jekyll-archives, whose settings name their addresses. */
function archiveAddress(
  name: string,
  { fields }: SiteSettings,
  of: string,
  usual: string,
): string | undefined {
  const archives = fields['jekyll-archives']
  if (!isFields(archives)) return undefined
  const pattern = isFields(archives.permalinks) ? textOf(archives.permalinks[of]) : ''
  return fillPattern(pattern || usual, { name: urlName(name) })
}

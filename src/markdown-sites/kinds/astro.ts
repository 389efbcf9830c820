import { mdx } from '../codes/mdx.ts'
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
import { textOf } from '../values.ts'

export const astro: SiteKind = {
  name: 'Astro',
  settings: ['mjs', 'ts', 'js', 'mts', 'cjs'].map((ending) => `astro.config.${ending}`),
  passedOver: new Set(['dist', 'components', 'layouts']),
  dialect: mdx,
  tagsByBlanks: false,
  served: ['public/', 'src/'],
  placeOf,
  addressOf,
  tagAddress: (name) => `/tags/${urlName(name)}/`,
  categoryAddress: () => undefined,
}

function placeOf(path: string): TextPlace | string | undefined {
  const [, root, rest = ''] = /^src\/(content|data|pages)\/(.+)$/.exec(path) ?? []
  if (root === undefined) return undefined
  const text = textPath(rest)
  if (text === undefined || typeof text === 'string') return text
  // An underscore in front says that the system leaves it out.
  if (rest.split('/').some((name) => name.startsWith('_')))
    return 'its path has an underscore in front, so that Astro leaves it out'
  if (root === 'pages') return { kind: 'page', name: text.name, folder: text.folder, section: '' }
  const folders = text.folder.split('/').filter(Boolean)
  const section = folders.shift() ?? ''
  if (/^(authors?|tags|categories)$/.test(section)) return `an entry of the collection "${section}", no text`
  const bundle = text.name === 'index' ? folders.pop() : undefined
  const { date, name } = datedName(bundle ?? text.name)
  return {
    kind: 'dated',
    name: bundle ?? text.name,
    folder: folders.join('/'),
    section,
    ...(date && { date, name }),
  }
}

function addressOf(file: Addressed, site: SiteSettings): string | undefined {
  const { place, slug, date } = file
  const own = textOf(file.permalink)
  if (own) return withSlash(own)
  if (place.section === '') {
    const page = place.name === 'index' ? place.folder : `${place.folder}/${place.name}`
    return `/${page}/`.replace(/\/{2,}/g, '/')
  }
  // The whole name, date and all, is what the collection knows an entry by.
  const written = place.date === undefined ? place.name : `${place.date}-${place.name}`
  const values = {
    ...(date && momentValues(date, file.timeZone)),
    section: place.section,
    collection: place.section,
    folder: place.folder,
    name: urlName(place.name),
    title: urlName(file.title),
    slug: slug || `${place.folder}/${written}`.split('/').filter(Boolean).map(urlName).join('/'),
  }
  return fillPattern(site.permalink ?? '/:section/:slug/', values)
}

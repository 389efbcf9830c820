import { liquid } from '../codes/liquid.ts'
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

export const eleventy: SiteKind = {
  name: 'Eleventy',
  settings: ['.eleventy.js', ...['js', 'mjs', 'cjs', 'ts'].map((ending) => `eleventy.config.${ending}`)],
  passedOver: new Set(['_site', 'dist', '_includes', '_data', '_layouts']),
  dialect: liquid,
  tagsByBlanks: false,
  notTags: new Set(['post', 'posts', 'blog', 'article', 'articles', 'page', 'pages', 'all', 'nav']),
  served: ['public/', 'static/', 'src/', 'content/'],
  placeOf,
  addressOf,
  tagAddress: (name) => `/tags/${urlName(name)}/`,
  categoryAddress: () => undefined,
}

/** Where the texts lie: `input` of the settings, which are a program, so that it is looked for as it is written. */
function inputOf({ fields }: SiteSettings): string {
  const [, input = ''] = /\binput\s*:\s*['"`]([^'"`]*)/.exec(textOf(fields.program)) ?? []
  const folder = input.replace(/^\.?\/+|\/+$/g, '')
  return folder && folder !== '.' ? `${folder}/` : ''
}

function placeOf(path: string, site: SiteSettings): TextPlace | string | undefined {
  const input = inputOf(site)
  if (!path.startsWith(input)) return undefined
  const text = textPath(path)
  if (text === undefined || typeof text === 'string') return text
  const folder = text.folder.slice(input.length).replace(/^\/+/, '')
  const { date, name } = datedName(text.name)
  const section = folder.split('/')[0] ?? ''
  const isPost = date !== undefined || /(^|\/)_?(posts?|blog|articles?|news)(\/|$)/.test(folder)
  return { kind: isPost ? 'article' : 'dated', name, folder, section, ...(date && { date }) }
}

function addressOf(file: Addressed, site: SiteSettings): string | undefined {
  const { place, slug, date } = file
  // An index is served for its folder, and called as that is.
  const isIndex = place.name === 'index'
  const name = isIndex ? (place.folder.split('/').at(-1) ?? '') : place.name
  const stem = `/${place.folder}/${place.name}`.replace(/\/{2,}/g, '/')
  if (file.permalink === false) return undefined
  const own = textOf(file.permalink)
  const values = {
    ...(date && momentValues(date, file.timeZone)),
    title: urlName(file.title),
    slug: slug || urlName(name),
    section: place.section,
  }
  if (own) {
    const path = filled(own, file, { name, stem })
    return path === undefined ? undefined : withSlash(path).replace(/\/index\.html$/, '/')
  }
  if (site.permalink !== undefined && place.kind === 'article') return fillPattern(site.permalink, values)
  return isIndex ? stem.replace(/index$/, '') : `${stem}/`
}

/** A permalink's template with its values; undefined where it asks for something that only the program knows. */
function filled(
  template: string,
  file: Addressed,
  { name, stem }: { name: string; stem: string },
): string | undefined {
  let isKnown = true
  const date = file.date && momentValues(file.date, file.timeZone)
  const path = template.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_all, expression: string) => {
    const [variable = '', ...filters] = expression.split('|').map((part) => part.trim())
    const known: Record<string, string> = {
      'page.fileSlug': name,
      'page.filePathStem': stem,
      title: file.title,
      slug: file.slug,
      'page.date': file.date?.toISOString().slice(0, 10) ?? '',
      date: file.date?.toISOString().slice(0, 10) ?? '',
    }
    let value = known[variable]
    for (const filter of filters) {
      const format = /^date\s*:\s*["']([^"']*)/.exec(filter)?.[1]
      if (/^slug(ify)?$/.test(filter)) value = value && urlName(value)
      else if (format !== undefined && date) {
        const parts: Record<string, string | undefined> = { Y: date.year, m: date.month, d: date.day }
        value = format.replace(/%([Ymd])/g, (_sign, letter: string) => parts[letter] ?? '')
      } else value = undefined
    }
    if (!value) isKnown = false
    return value ?? ''
  })
  return isKnown && !/[{}%]/.test(path) ? path : undefined
}

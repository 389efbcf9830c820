import { isTimeZone } from '#domain/zoned-time.ts'
import { type Fields, type Format, parseFields } from './front-matter.ts'
import type { SiteSettings } from './kind.ts'
import { isFields, textOf } from './values.ts'

const FORMATS: Record<string, Format> = { yml: 'yaml', yaml: 'yaml', json: 'json', toml: 'toml' }

/**
 * What a settings file says; of one that is a program, what can be read in it as it is written.
 * @throws FieldsFault
 */
export function settingsIn(file: string, text: string): SiteSettings {
  const format = FORMATS[/[^.]*$/.exec(file)?.[0] ?? '']
  if (format === undefined) {
    const [, site = ''] = /\b(?:site|url)\s*:\s*['"`](https?:\/\/[^'"`\s]+)/.exec(text) ?? []
    return settingsOf({ program: text, url: site })
  }
  return settingsOf(parseFields(text, format))
}

export function settingsOf(fields: Fields): SiteSettings {
  const named = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
  const [url, base, title, zone] = ['url', 'baseurl', 'title', 'timezone'].map((name) =>
    textOf(named.get(name)),
  )
  const isWhole = /^https?:/.test(base ?? '')
  const canonical = Object.fromEntries(
    [
      'permalinks',
      'languages',
      'collections',
      'contentDir',
      'defaultContentLanguage',
      'uglyURLs',
      'frontmatter',
    ].flatMap((name) => {
      const value = named.get(name.toLowerCase())
      return value === undefined ? [] : [[name, value]]
    }),
  )
  return {
    url: isWhole
      ? (base ?? '')
      : url || base
        ? `${(url ?? '').replace(/\/+$/, '')}${withSlash(base ?? '')}`
        : '',
    title: title || (isFields(fields.site) ? textOf(fields.site.title) : ''),
    timeZone: zone && isTimeZone(zone) ? zone : undefined,
    permalink: undefined,
    fields: { ...fields, ...canonical },
  }
}

function withSlash(path: string): string {
  return path === '' || path.startsWith('/') ? path : `/${path}`
}

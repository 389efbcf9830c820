import { namesIn } from './ask-outlet.ts'
import type { Host } from './hosts.ts'
import type { GivenOutlet } from './outlet.ts'

/** The flags that say what an outlet is, for `parseArgs`. */
export const OUTLET_FLAGS = {
  /** What is not given is as usual, and nothing is asked. */
  yes: { type: 'boolean', short: 'y', default: false },
  name: { type: 'string' },
  tagline: { type: 'string' },
  url: { type: 'string' },
  'time-zone': { type: 'string' },
  locale: { type: 'string' },
  'article-language': { type: 'string' },
  sections: { type: 'string' },
  people: { type: 'string' },
  comments: { type: 'string' },
} as const

type Values = { [Flag in keyof typeof OUTLET_FLAGS]?: string | boolean | undefined } & {
  host?: string | undefined
}

/** What the flags say of an outlet. */
export function givenBy(values: Values): GivenOutlet {
  const of = (flag: keyof Values) => values[flag] as string | undefined
  const list = (text: string | undefined) => (text === undefined ? undefined : namesIn(text))
  return {
    name: of('name'),
    tagline: of('tagline'),
    url: of('url'),
    timeZone: of('time-zone'),
    locale: of('locale'),
    articleLanguage: of('article-language'),
    sections: list(of('sections')),
    people: list(of('people')),
    comments: of('comments'),
    host: of('host') as Host | undefined,
  }
}

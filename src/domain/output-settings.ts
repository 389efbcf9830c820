import { z } from 'astro/zod'
import type { Host } from './host.ts'
import { count, flag } from './setting.ts'

/** What a build may leave out where a host takes few files; what is not named is as the host makes it usual. */
export const outputSettings = z
  .strictObject({
    /** Whether tags have feeds of their own. */
    tagFeeds: flag.optional(),
    /** Articles on a tag from which it has a page; an article names the others without a link. */
    tagPagesFrom: count(1, 1000).optional(),
    /** Which articles without a picture have a card of their own for links to them; others are linked with the outlet's. */
    cards: z.enum(['all', 'recent', 'none'], 'must be "all", "recent" or "none"').optional(),
    /** Whether each article has a Markdown version. */
    markdown: flag.optional(),
    /** What the search shows of an article: in a file each, or several in one, which costs a reader more bytes. */
    searchFragments: z.enum(['single', 'grouped'], 'must be "single" or "grouped"').optional(),
  })
  .prefault({})

type GivenOutput = z.output<typeof outputSettings>

/** What a build makes, with every default filled in. */
export type Output = { [Key in keyof GivenOutput]-?: Exclude<GivenOutput[Key], undefined> }

const FULL: Output = {
  ...{ tagFeeds: true, tagPagesFrom: 1, cards: 'all', markdown: true },
  searchFragments: 'single',
}
const LEAN: Output = {
  ...{ tagFeeds: false, tagPagesFrom: 3, cards: 'recent', markdown: false },
  searchFragments: 'grouped',
}
/** Those that take so few files that an archive meets their limit. */
const NARROW: readonly Host[] = ['cloudflare-free', 'azure-free', 'azure']

/** What a build makes for a host, but for what the settings say otherwise. */
export function outputFor(host: Host, given: GivenOutput): Output {
  const said = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...(NARROW.includes(host) ? LEAN : FULL), ...Object.fromEntries(said) }
}

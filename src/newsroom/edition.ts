import { bridge } from '#build/bridge.ts'
import type { StoredEntries } from '#desk/stored-entries.ts'
import { buildMoment } from '#desk/moment.ts'
import { buildEdition, type Edition } from '#domain/edition.ts'
import { site } from '#site.ts'
import { audience } from './audience.ts'
import { storedNewsroom } from './stored-newsroom.ts'

let latest: { stored: StoredEntries | undefined; at: number; edition: Promise<Edition> } | undefined

/**
 * The door to content: all that is published at the build's moment. In a preview
 * and in development, drafts and embargoed articles are in it too. In development
 * each call reads the content store again, as authors are at work. A program that
 * stays loaded has another edition for other content, and for another moment.
 */
export function getEdition(): Promise<Edition> {
  if (audience === 'desk') return readEdition(true)
  const [stored, at] = [bridge().stored?.(), buildMoment().getTime()]
  if (latest?.stored !== stored || latest?.at !== at)
    latest = { stored, at, edition: readEdition(audience === 'preview') }
  return latest.edition
}

async function readEdition(unpublished: boolean): Promise<Edition> {
  return buildEdition(await storedNewsroom(), { site, at: buildMoment(), unpublished })
}

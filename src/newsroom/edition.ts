import { buildMoment } from '#desk/moment.ts'
import { buildEdition, type Edition } from '#domain/edition.ts'
import { site } from '#site.ts'
import { audience } from './audience.ts'
import { storedNewsroom } from './stored-newsroom.ts'

let built: Promise<Edition> | undefined

/**
 * The door to content: all that is published at the build's moment. In a preview
 * and in development, drafts and embargoed articles are in it too. In development
 * each call reads the content store again, as authors are at work.
 */
export function getEdition(): Promise<Edition> {
  if (audience === 'desk') return readEdition(true)
  built ??= readEdition(audience === 'preview')
  return built
}

async function readEdition(unpublished: boolean): Promise<Edition> {
  return buildEdition(await storedNewsroom(), { site, at: buildMoment(), unpublished })
}

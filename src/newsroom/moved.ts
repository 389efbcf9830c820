import { type AllMoved, movedOf } from '#domain/moved.ts'
import { getLanguages, type PublishedLanguage } from './edition.ts'

/** A language of the outlet with the old addresses of what is published in it. */
export interface MovedLanguage extends PublishedLanguage {
  moved: AllMoved
}

/** All old addresses, which lie at the site's root, by the language that each leads to. */
export async function getMoved(): Promise<MovedLanguage[]> {
  const all = await getLanguages()
  return all.map((one) => ({ ...one, moved: movedOf(one.edition, one.links, all[0]?.edition) }))
}

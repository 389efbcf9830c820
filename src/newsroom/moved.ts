import { type AllMoved, movedOf } from '#domain/moved.ts'
import { getLanguages, type PublishedLanguage } from './edition.ts'

/** A language of the outlet with the old addresses of what is published in it. */
export interface MovedLanguage extends PublishedLanguage {
  moved: AllMoved
}

/** Several routes ask for those of the same edition. */
const movedTo = new WeakMap<readonly PublishedLanguage[], MovedLanguage[]>()

/** All old addresses, which lie at the site's root, by the language that each leads to. */
export async function getMoved(): Promise<MovedLanguage[]> {
  const all = await getLanguages()
  const moved =
    movedTo.get(all) ??
    all.map((one) => ({ ...one, moved: movedOf(one.edition, one.links, all[0]?.edition) }))
  movedTo.set(all, moved)
  return moved
}

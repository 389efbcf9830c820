import { tagSlug } from '#domain/tag-slug.ts'
import type { NewsroomState, Target } from './known-entries.ts'
import type { Ledger, LedgerMap } from './ledger.ts'
import type { Survey } from './survey.ts'

/**
 * Says where tags' old pages lead, so that links follow them. @returns the
 * addresses that need an alias, by the tag's name, as its slug is another one
 */
export function planTags(
  survey: Survey,
  {
    addressOf,
    isAlias,
    isMade,
    categories,
  }: Pick<NewsroomState, 'addressOf' | 'isAlias' | 'isMade' | 'categories'>,
  targets: LedgerMap<string, Target>,
  ledger: Ledger,
): LedgerMap<string, string[]> {
  const aliases = ledger.map<string, string[]>()
  const claimed = ledger.set()
  for (const [path, name] of survey.tags) {
    const slug = tagSlug(name)
    const own = `/tag/${slug}/`
    const address = addressOf(path)
    if (!targets.has(addressOf(own))) targets.set(addressOf(own), { path: own })
    if (targets.has(address)) continue
    targets.set(address, { path: own })
    const old = /^\/tag\/([^/]+)\/$/.exec(address)?.[1]
    // A page that another tag has today is no old address.
    const isOfAnother = old === undefined ? isMade(address, categories) : survey.tagSlugs.has(old)
    if (isOfAnother || claimed.has(address) || !isAlias(path)) continue
    claimed.add(address)
    aliases.set(name, [...(aliases.get(name) ?? []), path])
  }
  return aliases
}

import type { NewsroomState } from './known-entries.ts'

/** Why an old path cannot be an alias, whatever else has it; undefined for one that can. */
export function oldPathFault(
  path: string,
  { addressOf, isAlias, isMade }: Pick<NewsroomState, 'addressOf' | 'isAlias' | 'isMade'>,
  categories: ReadonlySet<string>,
): string | undefined {
  if (!isAlias(path) || isUnclean(path)) return `${path} cannot stand among the aliases`
  if (isMade(addressOf(path), categories)) return `${path} is a page that the site makes itself`
  return /\.html?\/./.test(path) ? `${path} would make a folder of a page` : undefined
}

/** Whether a file's name would hold signs that nobody sees, or that a file system or a server takes for something else. */
function isUnclean(path: string): boolean {
  try {
    const names = decodeURIComponent(path).split('/')
    return names.some(
      (name) => /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\\]/u.test(name) || /^\.+$/.test(name),
    )
  } catch {
    return !path.includes('?')
  }
}

/** What seems to have another name since the last publication: its folders then and now, from the site's root. */
interface Renamed {
  from: string
  to: string
  /** The file in which its old address has to stand. */
  home: string
}

/** Folders in which each page is of a file, or of a tag. */
const HOMES: Record<string, (name: string) => string> = {
  author: (name) => `src/content/authors/${name}.yml`,
  series: (name) => `src/content/series/${name}.yml`,
  tag: () => 'src/content/tags.yml',
}

/**
 * Sections whose articles are below another one now, and the author, the series or the tag in whose place there is
 * one other.
 * @param gone files that are gone
 * @param came files that were not there
 */
export function renamedIn(gone: readonly string[], came: readonly string[]): Renamed[] {
  const lists = Object.entries(HOMES).flatMap(([kind, homeOf]) => {
    const [before = [], now = []] = [gone, came].map((files) => namesIn(kind, files))
    const [from, to] = [before[0], now[0]]
    if (before.length !== 1 || now.length !== 1 || from === undefined || to === undefined) return []
    return [{ from: `${kind}/${from}/`, to: `${kind}/${to}/`, home: homeOf(to) }]
  })
  return [...sectionsIn(gone, came), ...lists]
}

/** What a build advises of it. */
export function tellRenamed({ from, to, home }: Renamed): string {
  const field = home.endsWith('tags.yml') ? "the tag's line" : 'aliases'
  return `${from} seems to be ${to} now: put /${from} into ${field} of ${home}, and all below it leads on. "npm run -s news -- rename" does that with the renaming.`
}

function sectionsIn(gone: readonly string[], came: readonly string[]): Renamed[] {
  const sectionOf = new Map(
    came.flatMap((file) => articleIn(file).map(({ section, slug }) => [slug, section])),
  )
  const moved = new Map<string, string>()
  const isGone = new Set(gone)
  for (const { section, slug } of gone.flatMap(articleIn)) {
    const now = sectionOf.get(slug)
    if (now !== undefined && now !== section && isGone.has(`${section}/index.html`)) moved.set(section, now)
  }
  return [...moved].map(([from, to]) => ({
    from: `${from}/`,
    to: `${to}/`,
    home: `src/content/categories/${to}.yml`,
  }))
}

/** `section/slug/index.html`, but for the site's own folders. */
function articleIn(file: string): { section: string; slug: string }[] {
  const [, section = '', slug = ''] = /^([^/]+)\/([^/]+)\/index\.html$/.exec(file) ?? []
  return section === '' || section in HOMES || section === 'archive' ? [] : [{ section, slug }]
}

function namesIn(kind: string, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const [first, name = '', rest] = file.split('/')
    return first === kind && rest === 'index.html' ? [name] : []
  })
}

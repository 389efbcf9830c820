/** A rule of Ghost's redirects file. */
export interface Redirect {
  /** A pattern of a regular expression, most often a path alone. */
  from: string
  to: string
}

/** Redirects by where they lead, as far as static pages can do the same. */
export class Redirects {
  private readonly fromsOf = new Map<string, string[]>()
  private readonly used = new Set<string>()
  /** Patterns that stand for many addresses. */
  readonly patterns: string[] = []

  constructor(rules: readonly Redirect[]) {
    const targets = new Map(rules.flatMap(({ from, to }) => [[pathIn(from) ?? from, pathTo(to)]]))
    for (const { from, to } of rules) {
      const path = pathIn(from)
      if (path === undefined) {
        this.patterns.push(from)
        continue
      }
      const end = lastOf(pathTo(to), targets)
      this.fromsOf.set(end, [...(this.fromsOf.get(end) ?? []), path])
    }
  }

  /** The old addresses that lead to a path. */
  of(path: string): string[] {
    const key = pathTo(path)
    const froms = this.fromsOf.get(key) ?? []
    if (froms.length > 0) this.used.add(key)
    return froms
  }

  /** What is to be said of those that no post or page has taken; undefined for none. */
  note(): string | undefined {
    const left = [...this.fromsOf].flatMap(([to, froms]) =>
      this.used.has(to) ? [] : froms.map((from) => `${from} → ${to}`),
    )
    const all = [...this.patterns, ...left]
    const shown = all.slice(0, 20).join(', ')
    const more = all.length > 20 ? `, and ${all.length - 20} more` : ''
    return all.length > 0
      ? `redirects that are patterns, or lead to no post or page, for you to give to the server: ${shown}${more}`
      : undefined
  }
}

/** Where redirects that follow each other end. */
function lastOf(path: string, targets: ReadonlyMap<string, string>): string {
  let end = path
  for (let step = 0; step < 10; step++) {
    const next = targets.get(end) ?? targets.get(end.replace(/\/$/, ''))
    if (next === undefined || next === end) break
    end = next
  }
  return end
}

/** The path that a pattern stands for; undefined for one that stands for many. */
function pathIn(pattern: string): string | undefined {
  const path = pattern
    .replace(/^\^/, '')
    .replace(/(\/\?)?\$$/, (_, slash: string | undefined) => (slash ? '/' : ''))
    .replace(/\\([./-])/g, '$1')
  return /[\\^$*+?()[\]{}|]/.test(path) || !path.startsWith('/') ? undefined : path
}

/** A path with a slash at its end, without the site's own address, a query and a mark. */
function pathTo(address: string): string {
  const path = address.replace(/^__GHOST_URL__/, '').replace(/[?#].*$/, '')
  return path.endsWith('/') || /\.\w+$/.test(path) ? path : `${path}/`
}

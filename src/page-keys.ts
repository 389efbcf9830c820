import { digestOf } from '#digest.ts'
import { madeFor } from '#made-for.ts'
import { site } from '#site.ts'

/**
 * The paths of a route, each with the key by which a build knows that the page
 * is as it was: a digest of its props and of the outlet's config. A page may
 * thus show only what comes with its props; the code that makes it, texts of
 * the chrome among it, Astro looks after itself. At the desk every page is
 * made when it is asked for, so there are no keys.
 * @throws TypeError when the props hold what is no plain data.
 */
export function keyed<Path extends { props: object }>(paths: Path[]): (Path & { cacheKey?: string })[] {
  if (madeFor === 'desk') return paths
  return paths.map((path) => ({ ...path, cacheKey: digestOf([site, path.props]) }))
}

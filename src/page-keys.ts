import { isOfShard, shardAsked } from '#desk/shard.ts'
import { digestOf } from '#digest.ts'
import { madeFor } from '#made-for.ts'
import { site } from '#site.ts'

const shard = shardAsked()

/**
 * The paths of a route, each with the key by which a build knows that the page
 * is as it was: a digest of its props and of the outlet's config. A page may
 * thus show only what comes with its props; the code that makes it, texts of
 * the chrome among it, Astro looks after itself. At the desk every page is
 * made when it is asked for, so there are no keys. Of a shard, its own alone.
 * @param keyOf a text that tells the page from what else may be in its place, where there is a shorter way
 * @throws TypeError when the props hold what is no plain data.
 */
export function keyed<Path extends { params: object; props: object }>(
  paths: Path[],
  keyOf: (path: Path) => string = ({ props }) => digestOf([site, props]),
): (Path & { cacheKey?: string })[] {
  if (madeFor === 'desk') return paths
  const own = shard ? paths.filter(({ params }) => isOfShard(shard, JSON.stringify(params))) : paths
  return own.map((path) => ({ ...path, cacheKey: keyOf(path) }))
}

/** The paths of a route that is made in every build, but not by a shard, of which only pages with keys are taken. */
export function unkeyed<Path>(paths: Path[]): Path[] {
  return shard ? [] : paths
}

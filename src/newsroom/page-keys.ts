import { channel } from 'node:diagnostics_channel'
import { isOfShard, shardAsked } from '#desk/shard.ts'
import { KEPT_CHANNEL, type KeptQuestion } from '#kept-question.ts'
import { site } from '#site.ts'
import { digestOf } from './digest.ts'
import { madeFor } from './made-for.ts'

const shard = shardAsked()

/**
 * The paths of a route, each with the key by which a build knows that the page
 * is as it was: a digest of its address, its props and the outlet's config. A page may
 * thus show only what comes with its props; the code that makes it, texts of
 * the chrome among it, Astro looks after itself. Those that the last build has
 * left as they would be made are not among them: for ten thousands of paths Astro takes its time.
 * At the desk every page is made when it is asked for, so there are no keys. Of a shard, its own alone.
 * @param routePattern as Astro tells the route
 * @param keyOf a text that tells the page from all others of the site, and from what else may be in its place, where
 *   there is a shorter way
 * @throws TypeError when the props hold what is no plain data.
 */
export function keyed<Path extends { params: object; props: object }>(
  routePattern: string,
  paths: Path[],
  keyOf: (path: Path) => string = ({ params, props }) =>
    digestOf([routePattern, JSON.stringify(params), site, props]),
): (Path & { cacheKey?: string })[] {
  if (madeFor === 'desk') return paths
  const own = shard ? paths.filter(({ params }) => isOfShard(shard, JSON.stringify(params))) : paths
  const keys = own.map(keyOf)
  const question: KeptQuestion = { keys }
  channel(KEPT_CHANNEL).publish(question)
  return own.flatMap((path, i) => {
    const cacheKey = keys[i] as string
    return question.kept?.has(cacheKey) ? [] : [{ ...path, cacheKey }]
  })
}

/** The paths of a route that is made in every build, but not by a shard, of which only pages with keys are taken. */
export function unkeyed<Path>(paths: Path[]): Path[] {
  return shard ? [] : paths
}

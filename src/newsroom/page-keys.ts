import { bridge } from '#build/bridge.ts'
import { buildSettings } from '#build/settings.ts'
import { isOfShard } from '#build/shard.ts'
import { site } from '#site.ts'
import { audience } from './audience.ts'
import { dataDigest } from './data-digest.ts'

const { shard } = buildSettings()

/**
 * The paths of a route that the build has to render, each with a cache key: a
 * digest of the page's address, its props and the outlet's settings. A page may
 * therefore show only what comes with its props. Astro itself looks after the
 * code of a page, the texts of the chrome included.
 *
 * A fresh page, which the last build has left with the same key, is not among
 * the paths, as Astro takes long over tens of thousands of them. A shard gets its
 * own paths alone. At the desk all paths come back without keys, as each page is
 * rendered when somebody asks for it.
 * @param routePattern as Astro gives it to `getStaticPaths`
 * @param keyOf a shorter key, where there is one that no other page of the site has and that changes with the page
 * @throws TypeError when the props hold something other than plain data
 */
export function withCacheKeys<Path extends { params: object; props: object }>(
  routePattern: string,
  paths: Path[],
  keyOf: (path: Path) => string = ({ params, props }) =>
    dataDigest([routePattern, JSON.stringify(params), site, props]),
): (Path & { cacheKey?: string })[] {
  if (audience === 'desk') return paths
  const own = shard ? paths.filter(({ params }) => isOfShard(shard, JSON.stringify(params))) : paths
  const keys = own.map(keyOf)
  const fresh = bridge().freshOf?.(keys)
  return own.flatMap((path, i) => {
    const cacheKey = keys[i] as string
    return fresh?.has(cacheKey) ? [] : [{ ...path, cacheKey }]
  })
}

/** The paths of a route that every build renders. A shard renders none of them: only pages with cache keys leave it. */
export function unlessShard<Path>(paths: Path[]): Path[] {
  return shard ? [] : paths
}

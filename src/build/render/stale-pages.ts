import type { AstroPrerenderer, PathWithRoute } from 'astro'
import type { EarlyFiles } from './early-files.ts'
import type { Picture } from '#build/manifest.ts'

/** What a page has named of pictures. */
export interface Pictured {
  /** Scaled ones, by their paths in the output. */
  pictures: string[]
  /** Files that it names as they are, by their paths on disk. */
  unscaled: string[]
}

/** What a scaled picture was made from. */
export type ScaledFrom = Pick<Picture, 'original' | 'source'>

/** What a build knows of its pages. */
export interface PageRecord {
  /** Those of the keys whose pages stand in the output as they would be made anew; such pages stay. */
  keptOf(keys: readonly string[]): ReadonlySet<string>
  /** Whether a page stands in the output as it would be made anew; if so, it stays. */
  keeps(file: string, key: string): boolean
  /** Puts a page with a key in the output where what it would be lies ready; whether it does. */
  take(file: string, key: string): boolean
  /** Takes away what an earlier build has left in the way of a page. */
  clearWay(file: string): void
  /** A page with a key is yet to be made. */
  expect(file: string, key: string): void
  /** A page is made. */
  add(file: string, pictured: Pictured): void
  /** All pages and endpoints by now, kept or made. */
  files(): string[]
  /** Those that this build has made. */
  made(): string[]
  addPicture(file: string, picture: ScaledFrom): void
  /** Sees to it that a picture stands in the output, where an earlier build has scaled it; whether it does. */
  putPicture(file: string): boolean
  /** Puts what pictures are scaled from where Astro looks for it, until it has scaled them. */
  putOriginal(file: string, source: string): void
}

/**
 * Astro's prerenderer, which makes those pages alone that are not kept, and
 * endpoints after them: what is made of all pages, search say, can begin then.
 * @param base the path of the front page
 */
export function onlyStale(
  theirs: AstroPrerenderer,
  { record, early, base }: { record: PageRecord; early: EarlyFiles; base: string },
): AstroPrerenderer {
  return {
    ...theirs,
    async getStaticPaths() {
      const paths = await theirs.getStaticPaths()
      const known = new Map<string, boolean>()
      const stale = paths.filter(({ pathname, route, cacheKey }) => {
        const file = fileOf(pathname, route)
        // Of paths that two routes have Astro makes the first's; of those it is given it warns.
        const first = known.get(file)
        if (first !== undefined) return first
        const isStale =
          cacheKey === undefined || !(record.keeps(file, cacheKey) || record.take(file, cacheKey))
        if (isStale) record.clearWay(file)
        if (isStale && cacheKey !== undefined) record.expect(file, cacheKey)
        known.set(file, isStale)
        return isStale
      })
      const { pages = [], endpoints = [] } = Object.groupBy(stale, ({ route }) =>
        isPage(route) ? 'pages' : 'endpoints',
      )
      early.expect(pages.length)
      return [...pages, ...endpoints]
    },
    async render(request, { routeData }) {
      if (!isPage(routeData)) await early.pages()
      const result = await theirs.render(request, { routeData, collectMetadata: true })
      const { staticImages = [], referencedImages = [] } = ('metadata' in result && result.metadata) || {}
      const path = decodeURI(new URL(request.url).pathname).slice(base.replace(/\/$/, '').length)
      const pictures = staticImages.map(({ finalPath }) => inOutput(finalPath))
      const file = fileOf(path, routeData)
      record.add(file, { pictures, unscaled: referencedImages })
      early.add(file, isPage(routeData))
      for (const { finalPath, originalPath, originalSrcPath = '' } of staticImages) {
        record.addPicture(inOutput(finalPath), { original: inOutput(originalPath), source: originalSrcPath })
      }
      return result
    },
    // Astro asks when all pages are made, and then makes all pictures that it has a note of.
    async collectStaticImages() {
      early.end()
      const noted = globalThis.astroAsset?.staticImages
      for (const [original, { transforms, originalSrcPath }] of noted ?? []) {
        for (const [hash, { finalPath }] of transforms) {
          if (record.putPicture(inOutput(finalPath))) transforms.delete(hash)
        }
        if (transforms.size === 0) noted?.delete(original)
        else if (originalSrcPath) record.putOriginal(inOutput(original), originalSrcPath)
      }
      return (await theirs.collectStaticImages?.()) ?? new Map()
    },
  }
}

function isPage({ type }: Pick<PathWithRoute['route'], 'type'>): boolean {
  return type === 'page'
}

/** Where Astro writes a page or an endpoint, with `build.format: 'directory'`. */
function fileOf(pathname: string, { type }: Pick<PathWithRoute['route'], 'type'>): string {
  const path = inOutput(pathname)
  if (type === 'endpoint') return path
  return path === '404' ? '404.html' : `${path}/index.html`.replace(/^\//, '')
}

function inOutput(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}

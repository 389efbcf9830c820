import type { AstroPrerenderer } from 'astro'
import { inOutput, isPage, outputPath } from '#build/astro-internals/output-path.ts'
import { dropStaticImages } from '#build/astro-internals/static-images.ts'
import type { ImageUse, PageList } from './page-list.ts'
import type { WrittenFiles } from './written-files.ts'

/**
 * Astro's prerenderer, which renders stale pages alone, and
 * endpoints after them: what is made of all pages, search say, can begin then.
 * @param base the path of the front page
 */
export function incrementalPrerenderer(
  theirs: AstroPrerenderer,
  { pages, written, base }: { pages: PageList; written: WrittenFiles; base: string },
): AstroPrerenderer {
  return {
    ...theirs,
    async getStaticPaths() {
      const paths = await theirs.getStaticPaths()
      const judged = new Map<string, boolean>()
      const stale = paths.filter(({ pathname, route, cacheKey }) => {
        const file = outputPath(pathname, route)
        // Of paths that two routes have Astro renders the first's; of those it is given it warns.
        const first = judged.get(file)
        if (first !== undefined) return first
        const isStale =
          cacheKey === undefined || !(pages.keepFresh(file, cacheKey) || pages.takePrebuilt(file, cacheKey))
        if (isStale) pages.clearWay(file)
        if (isStale && cacheKey !== undefined) pages.addPending(file, cacheKey)
        judged.set(file, isStale)
        return isStale
      })
      const { documents = [], endpoints = [] } = Object.groupBy(stale, ({ route }) =>
        isPage(route) ? 'documents' : 'endpoints',
      )
      written.expect(documents.length)
      return [...documents, ...endpoints]
    },
    async render(request, { routeData }) {
      if (!isPage(routeData)) await written.pages()
      const result = await theirs.render(request, { routeData, collectMetadata: true })
      const { staticImages = [], referencedImages = [] } = ('metadata' in result && result.metadata) || {}
      const path = decodeURI(new URL(request.url).pathname).slice(base.replace(/\/$/, '').length)
      const file = outputPath(path, routeData)
      const images: ImageUse = {
        pictures: staticImages.map(({ finalPath }) => inOutput(finalPath)),
        unscaled: referencedImages,
      }
      pages.addRendered(file, images)
      written.add(file, isPage(routeData))
      for (const { finalPath, originalPath, originalSrcPath = '' } of staticImages)
        pages.addPicture(inOutput(finalPath), { original: inOutput(originalPath), source: originalSrcPath })
      return result
    },
    // Astro asks when all pages are rendered, and then scales all pictures that it has a note of.
    async collectStaticImages() {
      written.end()
      dropStaticImages(
        (finalPath) => pages.putPicture(inOutput(finalPath)),
        (original, source) => pages.putOriginal(inOutput(original), source),
      )
      return (await theirs.collectStaticImages?.()) ?? new Map()
    },
  }
}

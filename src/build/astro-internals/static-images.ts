/** What Astro notes of pictures that pages name, in a variable of the process (astro/dist/assets/consts.js). */
const noted = globalThis as {
  astroAsset?: {
    addStaticImage?: unknown
    referencedImages?: Set<string>
    staticImages?: Map<
      string,
      { transforms: Map<string, { finalPath: string }>; originalSrcPath: string | undefined }
    >
  }
}

/**
 * Tells Astro that pages name pictures as they are: it takes a picture's own file away when it has scaled it, unless a
 * page is known to name it.
 * @param sources paths on disk
 */
export function noteReferenced(sources: readonly string[]): void {
  if (sources.length === 0) return
  noted.astroAsset ??= {}
  noted.astroAsset.referencedImages ??= new Set()
  for (const source of sources) noted.astroAsset.referencedImages.add(source)
}

/**
 * Goes through the pictures that Astro is about to scale, when all pages are rendered.
 * @param isThere whether a scaled picture lies in the output, by its path there with a slash in front: Astro then forgets it
 * @param onLeft is told of a picture of which sizes are left to scale: the path of its copy in the output, and its file
 */
export function dropStaticImages(
  isThere: (finalPath: string) => boolean,
  onLeft: (original: string, source: string) => void,
): void {
  const images = noted.astroAsset?.staticImages
  for (const [original, { transforms, originalSrcPath }] of images ?? []) {
    for (const [hash, { finalPath }] of transforms) if (isThere(finalPath)) transforms.delete(hash)
    if (transforms.size === 0) images?.delete(original)
    else if (originalSrcPath) onLeft(original, originalSrcPath)
  }
}

/**
 * Keeps how pages note pictures, which Astro takes away when it has scaled those of a build.
 * @returns what lets pages note pictures for another build, with none noted
 */
export function keepNotes(): () => void {
  const addStaticImage = noted.astroAsset?.addStaticImage
  return () => {
    noted.astroAsset ??= {}
    noted.astroAsset.addStaticImage = addStaticImage
    noted.astroAsset.staticImages?.clear()
    noted.astroAsset.referencedImages?.clear()
  }
}

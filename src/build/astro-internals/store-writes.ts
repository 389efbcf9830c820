import type { LoaderContext } from 'astro/loaders'

/** Milliseconds after the last change of its store after which Astro writes it (astro/dist/content/mutable-data-store.js). */
const ASTRO_WAITS = 500

/**
 * Loads content while Astro writes nothing: half a second after the last change to its store it would
 * write all of that, beginning with the settings, and it does so in the end anyway.
 */
export async function withoutStoreWrites(
  { meta }: Pick<LoaderContext, 'meta'>,
  load: () => Promise<void>,
): Promise<void> {
  const timer = setInterval(() => meta.set('loading', 'true'), ASTRO_WAITS / 2)
  try {
    await load()
  } finally {
    clearInterval(timer)
    meta.delete('loading')
  }
}

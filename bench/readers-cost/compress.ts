import { pathToFileURL } from 'node:url'
import type { HookParameters } from 'astro'
import { precompressed } from '#integrations/precompressed.ts'

/** Puts compressed copies beside a site's texts, as a build here does where the config asks for them. */
export async function compress(site: string, cache: string): Promise<void> {
  const { hooks } = precompressed()
  const config = { cacheDir: pathToFileURL(`${cache}/`) }
  await hooks['astro:config:done']?.({ config } as HookParameters<'astro:config:done'>)
  const logger = { info: () => undefined }
  await hooks['astro:build:done']?.({
    dir: pathToFileURL(`${site}/`),
    logger,
  } as unknown as HookParameters<'astro:build:done'>)
}

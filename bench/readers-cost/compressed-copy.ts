import { cp, realpath, rm } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { HookParameters } from 'astro'
import { precompressed } from '#build/publish/precompressed.ts'

/**
 * A copy of a site with compressed copies beside its texts, made as a build
 * here does where the config asks for them.
 * @param cache folder for what is compressed once
 */
export async function compressedCopy(site: string, copy: string, cache: string): Promise<void> {
  await rm(copy, { recursive: true, force: true })
  await cp(await realpath(site), copy, { recursive: true })
  const { hooks } = precompressed({ apart: [] })
  const config = { cacheDir: pathToFileURL(`${cache}/`) }
  await hooks['astro:config:done']?.({ config } as HookParameters<'astro:config:done'>)
  const built = { dir: pathToFileURL(`${copy}/`), logger: { info: () => {} } }
  await hooks['astro:build:done']?.(built as unknown as HookParameters<'astro:build:done'>)
}

import { cp, realpath, rm } from 'node:fs/promises'
import { Analyser } from '#build/analyse/analyser.ts'
import { filesIn } from '#build/files-in.ts'
import { searchedIn } from '#build/search/page-facts.ts'
import { precompress } from '#build/publish/precompressed.ts'

/**
 * A copy of a site with compressed copies beside its texts, made as a build
 * here does where the config asks for them.
 * @param cache folder for what is compressed once
 */
export async function compressedCopy(site: string, copy: string, cache: string): Promise<void> {
  await rm(copy, { recursive: true, force: true })
  await cp(await realpath(site), copy, { recursive: true })
  const analyser = new Analyser({ folder: copy, site: 'https://warta.example/' }, cache)
  const analysed = await analyser.analyse(filesIn(copy).map((file) => ({ file })))
  await precompress(copy, cache, copy, searchedIn(analysed, analyser.texts))
}

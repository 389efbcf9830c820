import { existsSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { CompressedTexts } from './compressed-texts.ts'
import { filesIn } from '#build/files-in.ts'

const TEXTS = new Set(['.html', '.css', '.js', '.json', '.xml', '.svg', '.txt', '.md', '.webmanifest'])
const COMPRESSED = /\.(br|gz)$/
/** Bytes below which a file travels in one packet anyway. */
const LEAST = 1024
const AT_ONCE = 8

/**
 * Puts a brotli and a gzip of each text of the site beside it, for web servers
 * that send such files as they are. A build compresses what no build before
 * has; scripts and styles, which readers fetch most and which change seldom,
 * as well as can be.
 * @param site the folder of the output; absolute
 * What an earlier build of the process has compressed, of texts that are gone or short by now, goes.
 * @param caches the folder of the output's caches
 * @param given the folder whose files are published as they are
 * @returns how many files were compressed
 */
export async function precompress(site: string, caches: string, given: string): Promise<number> {
  const texts = new CompressedTexts(caches)
  const waiting = textsIn(site).values()
  const packed = new Set<string>()
  const work = async () => {
    for (const file of waiting) {
      const text = readFileSync(join(site, file))
      if (text.length < LEAST) continue
      await texts.put(join(site, file), text, file.startsWith('_astro') ? 'best' : 'quick')
      packed.add(file)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  texts.prune()
  for (const file of filesIn(site)) {
    const isStale = COMPRESSED.test(file) && !packed.has(file.replace(COMPRESSED, ''))
    if (isStale && !existsSync(join(given, file))) rmSync(join(site, file))
  }
  return texts.made
}

/** Takes away what an earlier build has compressed, of whose files some are kept: a server would send it in their place. */
export function removeCompressed(folder: string): void {
  for (const file of filesIn(folder)) if (COMPRESSED.test(file)) rmSync(join(folder, file))
}

function textsIn(folder: string): string[] {
  return filesIn(folder)
    .filter((file) => TEXTS.has(extname(file)))
    .sort()
}

import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { CompressedTexts } from './compressed-texts.ts'
import { filesIn } from '#build/files-in.ts'
import type { MadeFiles } from '#build/made-files.ts'

const TEXTS = new Set(['.html', '.css', '.js', '.json', '.xml', '.svg', '.txt', '.md', '.webmanifest'])
/** Bytes below which a file travels in one packet anyway. */
const LEAST = 1024
const AT_ONCE = 8

/**
 * Puts a brotli and a gzip of each text of the site beside it, for web servers
 * that send such files as they are. A build compresses what no build before
 * has; scripts and styles, which readers fetch most and which change seldom,
 * as well as can be.
 */
export function precompressed(made: Pick<MadeFiles, 'apart'>): AstroIntegration {
  let caches = ''
  return {
    name: 'warta-precompressed',
    hooks: {
      'astro:config:done': ({ config }) => {
        caches = fileURLToPath(config.cacheDir)
      },
      'astro:build:done': async ({ dir, logger }) => {
        await Promise.all(made.apart)
        const site = fileURLToPath(dir)
        const texts = new CompressedTexts(caches)
        const waiting = textsIn(site).values()
        const work = async () => {
          for (const file of waiting) {
            const text = readFileSync(join(site, file))
            if (text.length < LEAST) continue
            await texts.put(join(site, file), text, file.startsWith('_astro') ? 'best' : 'quick')
          }
        }
        await Promise.all(Array.from({ length: AT_ONCE }, work))
        texts.prune()
        logger.info(`compressed what is new: ${texts.made} files`)
      },
    },
  }
}

function textsIn(folder: string): string[] {
  return filesIn(folder)
    .filter((file) => TEXTS.has(extname(file)))
    .sort()
}

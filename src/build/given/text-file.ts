import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Puts a file of this name beside the pages, unless the newsroom's `public/` has one. */
export function textFile(name: string, text: string): AstroIntegration {
  return {
    name: `warta-file-${name}`,
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await writeFile(join(fileURLToPath(dir), name), text, { flag: 'wx' }).catch((error) => {
          if (error.code !== 'EEXIST') throw error
        })
      },
    },
  }
}

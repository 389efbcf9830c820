import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * Builds beside the output folder and puts the result in its place at the very
 * end: a build that fails leaves the last good site where it was. Must be the
 * last integration.
 */
export function release(): AstroIntegration {
  let live = ''
  let next = ''
  return {
    name: 'warta-release',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return
        live = fileURLToPath(config.outDir).replace(/[\\/]$/, '')
        next = beside(live, 'next')
        updateConfig({ outDir: pathToFileURL(`${next}/`) })
      },
      'astro:build:done': async ({ logger }) => {
        const last = beside(live, 'last')
        await rm(last, { recursive: true, force: true })
        await rename(live, last).catch(ignoreMissing)
        await rename(next, live).catch(async (error) => {
          await rename(last, live).catch(ignoreMissing)
          throw error
        })
        await rm(last, { recursive: true, force: true })
        logger.info(`published in ${live}`)
      },
    },
  }
}

function beside(folder: string, suffix: string): string {
  return join(dirname(folder), `.${basename(folder)}-${suffix}`)
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}

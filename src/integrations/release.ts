import { existsSync, realpathSync, renameSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * Builds beside the output folder and puts the result in its place at the very
 * end: a build that fails leaves the last good site where it was, and one that
 * finds the place empty since the last was cut off puts that back first. Must
 * be the last integration.
 * @param sources absolute paths that no output may replace or lie in.
 * @throws Error when the output folder is one of them, holds one, lies in one, or is a file.
 */
export function release({ sources }: { sources: readonly string[] }): AstroIntegration {
  let live = ''
  let next = ''
  let last = ''
  return {
    name: 'warta-release',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return
        live = realPath(fileURLToPath(config.outDir).replace(/[\\/]$/, ''))
        next = beside(live, 'next')
        last = beside(live, 'last')
        mustBeReplaceable(live, [...sources, fileURLToPath(config.root)], sources)
        if (!existsSync(live) && existsSync(last)) renameSync(last, live)
        updateConfig({ outDir: pathToFileURL(`${next}/`) })
      },
      'astro:build:done': async ({ logger }) => {
        await rm(last, { recursive: true, force: true })
        await rename(live, last).catch(ignoreMissing)
        await rename(next, live).catch(async (error) => {
          await rename(last, live).catch(ignoreMissing)
          throw error
        })
        await rm(last, { recursive: true, force: true })
        logger.info(`the site is in ${live}`)
      },
    },
  }
}

function mustBeReplaceable(live: string, held: readonly string[], around: readonly string[]): void {
  const within = (inner: string, outer: string) =>
    `${inner}${sep}`.startsWith(`${outer.replace(/[\\/]$/, '')}${sep}`)
  const other = held.find((path) => within(path, live)) ?? around.find((path) => within(live, path))
  if (other)
    throw new Error(
      `The output folder ${live} would replace what lies in ${other}. Name another one in OUT_DIR.`,
    )
  if (existsSync(live) && !statSync(live).isDirectory()) {
    throw new Error(`The output folder ${live} is a file. Name a folder in OUT_DIR.`)
  }
}

/** Where a link leads to; a path that is not there yet stays as it is. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}

function beside(folder: string, suffix: string): string {
  return join(dirname(folder), `.${basename(folder)}-${suffix}`)
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}

import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { livePath } from '#build/publish/swap.ts'
import { type Lock, takeLock, told } from './lock.ts'

/** Longer than a first build of a large archive takes. */
const PATIENCE = 15 * 60_000

/**
 * Lets only one build at a time work on an output folder, and on the caches
 * that all builds of a checkout share; the next waits until the other's process
 * has ended. Must come after what moves the output, and before what writes.
 */
export function oneBuildAtATime(): AstroIntegration {
  const held: Lock[] = []
  return {
    name: 'warta-one-build',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build') return
        // Always in this order: two builds that want both cannot wait for each other.
        for (const file of [lockOf(fileURLToPath(config.root)), lockBeside(fileURLToPath(config.outDir))]) {
          const onWait = (holder: Parameters<typeof told>[0]) =>
            logger.info(`${told(holder)} is at work here: waiting until it has ended.`)
          held.push(await takeLock(file, { patience: PATIENCE, onWait }))
        }
      },
    },
  }
}

/** The file that a build of this checkout, whose folder is given, has locked while it is at work. */
export function lockOf(root: string): string {
  return join(root, '.astro/build.lock')
}

/** `.dist.lock` for `dist`, wherever that leads. */
function lockBeside(outDir: string): string {
  const folder = livePath(outDir.replace(/[\\/]$/, ''))
  return join(dirname(folder), `.${basename(folder)}.lock`)
}

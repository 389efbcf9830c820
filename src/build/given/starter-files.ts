import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * Gives a newsroom with a `public/` of its own those files of the starter's,
 * icons and logo among them, that it has not replaced.
 * @param folder the starter's `public/`, absolute.
 */
export function starterFiles(folder: string): AstroIntegration {
  return {
    name: 'warta-starter-files',
    hooks: {
      'astro:build:done': ({ dir }) => cp(folder, fileURLToPath(dir), { recursive: true, force: false }),
    },
  }
}

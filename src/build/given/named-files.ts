import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Fails the build when a file that the config names, by its path in `public/`, is not there. */
export function mustHaveFiles(files: readonly string[]): AstroIntegration {
  return {
    name: 'warta-named-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const missing = await Promise.all(
          files.map((file) =>
            access(join(fileURLToPath(dir), file)).then(
              () => [],
              () => `src/site.config.ts names "${file}", but public${file} is not there.`,
            ),
          ),
        )
        if (missing.flat().length > 0) throw new Error(missing.flat().join('\n'))
      },
    },
  }
}

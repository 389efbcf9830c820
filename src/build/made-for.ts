import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * Tells the pages for whom they are made: `__MADE_FOR__` is `desk` in `astro
 * dev`, `preview` in a build that is asked for one, and else `readers`. Astro's
 * own `import.meta.env.DEV` will not do: a variable DEV in the environment
 * changes it, and drafts hang on it.
 *
 * A preview goes into a folder of its own beside the one that is published,
 * whatever that is called: `dist-preview` for `dist`.
 */
export function madeFor({ preview }: { preview: boolean }): AstroIntegration {
  return {
    name: 'warta-made-for',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const audience = command === 'dev' ? 'desk' : preview ? 'preview' : 'readers'
        updateConfig({ vite: { define: { __MADE_FOR__: JSON.stringify(audience) } } })
        if (audience === 'preview') updateConfig({ outDir: suffixed(config.outDir) })
      },
    },
  }
}

function suffixed(folder: URL): URL {
  return pathToFileURL(`${fileURLToPath(folder).replace(/[\\/]$/, '')}-preview/`)
}

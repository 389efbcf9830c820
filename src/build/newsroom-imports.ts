import { realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Has Vite resolve what a newsroom's modules import of the program, `#domain/site.ts` say, wherever the newsroom
 * lies: by itself it asks the package.json of the folders around the newsroom.
 * @param folder of the newsroom, absolute
 */
export function newsroomImports(folder: string): Plugin {
  const newsroom = realpathSync(folder) + sep
  return {
    name: 'warta-newsroom-imports',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^#/ },
      handler(specifier, importer = '') {
        if (!importer.startsWith(newsroom) || importer.includes(`${sep}node_modules${sep}`, newsroom.length))
          return
        return this.resolve(specifier, resolve('package.json'), { skipSelf: true })
      },
    },
  }
}

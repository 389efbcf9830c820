import { realpathSync } from 'node:fs'
import { sep } from 'node:path'
import type { Plugin } from 'vite'
import { programModule } from '#guests.ts'

/**
 * Has Vite resolve what a newsroom's modules import of the program, `warta/site` say, wherever the newsroom
 * lies, and always of the program that builds: by itself it asks the folders around the newsroom.
 * @param folder of the newsroom, absolute
 */
export function newsroomImports(folder: string): Plugin {
  const newsroom = realpathSync(folder) + sep
  return {
    name: 'warta-newsroom-imports',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^(?:#|warta\/)/ },
      handler(specifier, importer = '') {
        if (!importer.startsWith(newsroom) || importer.includes(`${sep}node_modules${sep}`, newsroom.length))
          return
        return programModule(specifier)
      },
    },
  }
}

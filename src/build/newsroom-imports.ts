import { realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Plugin } from 'vite'
import { programModule } from '#guests.ts'
import { PROGRAM_ROOT } from '#program-root.ts'

/**
 * Has Vite resolve what modules import of the program, `warta/site` say, or `#domain/site.ts`: those of a newsroom,
 * wherever it lies, always of the program that builds, where Vite would ask the folders around the newsroom; and the
 * program's own, of which Vite forgets queries like `?raw` where the program is an installed package.
 * @param folder of the newsroom, absolute
 */
export function newsroomImports(folder: string): Plugin {
  const homes = [folder, join(PROGRAM_ROOT, 'src')].map((home) => realpathSync(home) + sep)
  return {
    name: 'warta-newsroom-imports',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^(?:#|warta\/)/ },
      handler(specifier, importer = '') {
        const isKnown = homes.some(
          (home) =>
            importer.startsWith(home) && !importer.includes(`${sep}node_modules${sep}`, home.length - 1),
        )
        if (!isKnown) return
        const [module = '', query] = specifier.split('?')
        const file = programModule(module)
        return file && query ? `${file}?${query}` : file
      },
    },
  }
}

import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { type NewsroomFolder, pathFrom } from '#desk/folder.ts'
import { programComponents } from '#desk/program-components.ts'
import { PROGRAM_ROOT } from '#program-root.ts'
import { loadAnew } from './load-anew.ts'

const STYLES = join(PROGRAM_ROOT, 'src/styles/global.css')
const NAMING = fileURLToPath(import.meta.resolve('#build/looks/naming-errors.ts'))
const WRAPPED = '\0warta-override:'

/**
 * Has every import that leads to a component of the program get the outlet's own, where there is one in
 * `src/overrides/`; the outlet's itself gets the program's, which it may wrap. A component that throws is named.
 *
 * To Vite the components lie in the folder in which Astro is started, wherever the outlet does: Astro takes
 * others for components without styles and scripts, and names the scopes of their styles by their paths.
 */
export function outletOverrides(newsroom: NewsroomFolder): Plugin {
  const root = realpathSync(newsroom.root)
  const folder = join(root, relative(newsroom.root, newsroom.overrides)) + sep
  const originals = new Map([...programComponents().values()].map(({ name, path }) => [path, name]))
  /** Where Vite thinks that the folder is. */
  let seen = folder
  const moved = (path: string, from: string, to: string) =>
    path.startsWith(from) ? to + path.slice(from.length) : path
  return {
    name: 'warta-overrides',
    enforce: 'pre',
    configResolved(config) {
      seen = join(config.root, relative(root, folder)) + sep
    },
    resolveId: {
      async handler(specifier, importer, options) {
        const from = importer && moved(importer, seen, folder)
        if (from === importer && !specifier.endsWith('.astro')) return
        if (specifier.startsWith(seen)) return specifier
        const resolved = await this.resolve(specifier, from, { ...options, skipSelf: true })
        if (!resolved) return
        const name = originals.get(resolved.id)
        const own = folder + name
        if (name === undefined || from?.replace(/\?.*$/, '') === own || !existsSync(own))
          return resolved.id.endsWith('.astro') ? moved(resolved.id, folder, seen) : resolved
        // Not a name that Astro would take for a component's.
        return `${WRAPPED}${name}.js`
      },
    },
    load: {
      filter: { id: /^\0warta-override:|\.astro$/ },
      handler(id) {
        if (id.startsWith(seen) && seen !== folder) {
          const path = moved(id, seen, folder)
          this.addWatchFile(path)
          return readFileSync(path, 'utf8')
        }
        if (!id.startsWith(WRAPPED)) return
        const name = id.slice(WRAPPED.length, -'.js'.length)
        const component = JSON.stringify(seen + name)
        return [
          `import Component from ${component}`,
          `import { namingErrors } from ${JSON.stringify(NAMING)}`,
          `export * from ${component}`,
          `export default namingErrors(Component, ${JSON.stringify(pathFrom(root, folder + name))})`,
        ].join('\n')
      },
    },
    // Tailwind makes the classes that it finds in its sources.
    transform: {
      filter: { id: new RegExp(`^${RegExp.escape(STYLES)}$`) },
      handler: (css) =>
        `${css}\n@source ${JSON.stringify(relative(dirname(STYLES), folder).split(sep).join('/'))};\n`,
    },
    configureServer(server) {
      server.watcher.add(folder)
      // What imports a component has been told already which one it is, and not where that lies.
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, (path) => path.startsWith(folder) && loadAnew(server))
    },
  }
}

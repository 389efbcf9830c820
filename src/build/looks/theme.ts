import { existsSync } from 'node:fs'
import type { Plugin } from 'vite'
import type { NewsroomFolder } from '#desk/folder.ts'
import { readTheme } from '#desk/read-theme.ts'
import { themeCss } from '#styles/theme-css.ts'
import { loadAnew } from './load-anew.ts'

const STYLES = 'virtual:warta/theme.css'

/** Has pages take the theme of the outlet: its values as a style sheet, and its file in place of the program's empty one. */
export function outletTheme(newsroom: NewsroomFolder): Plugin {
  return {
    name: 'warta-theme',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^(?:virtual:warta\/theme\.css|#styles\/theme\.config\.ts)$/ },
      handler(id) {
        if (id === STYLES) return `\0${STYLES}`
        return existsSync(newsroom.theme) ? newsroom.theme : undefined
      },
    },
    load: {
      filter: { id: /^\0virtual:warta\/theme\.css$/ },
      handler: async () => themeCss(await readTheme(newsroom)),
    },
    configureServer(server) {
      server.watcher.add(newsroom.theme)
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, (path) => path === newsroom.theme && loadAnew(server))
    },
  }
}

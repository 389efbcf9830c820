import type { ViteDevServer } from 'vite'

/**
 * Has the development server make every module anew, and open pages load again, as a name leads to another file now.
 * Not by a restart: Astro would no longer hear of changed articles.
 */
export function loadAnew({ environments }: ViteDevServer): void {
  for (const { moduleGraph, hot } of Object.values(environments)) {
    moduleGraph.invalidateAll()
    hot.send({ type: 'full-reload', path: '*' })
  }
}

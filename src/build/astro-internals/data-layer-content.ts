import { join } from 'node:path'
import type { Plugin } from 'vite'

const CONTENT = /^\0astro:data-layer-content$/
const FILE = 'data-store.json'

/**
 * Has the pages' program read what Astro has stored of the content where it
 * begins, in the same process. Astro itself makes it a literal of that program:
 * of an archive a text of ten megabytes to escape, to bundle and to compile.
 * @param caches Astro's folder for caches
 */
export function unbundledContent(caches: string): Plugin {
  const code = `import { readFileSync } from 'node:fs'
export default JSON.parse(readFileSync(${JSON.stringify(join(caches, FILE))}, 'utf8'))`
  return {
    name: 'warta-data-layer-content',
    apply: 'build',
    load: {
      // Before Astro's, which is of the same kind.
      order: 'pre',
      filter: { id: CONTENT },
      handler: () => ({ code, map: { mappings: '' } }),
    },
  }
}

import { posix } from 'node:path'

/** Where a component names a module by a path from itself. */
const RELATIVE_IMPORT = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]+)\2/g

/**
 * A component whose imports mean the same wherever it lies: `./Icon.astro` is `#components/chrome/Icon.astro` then.
 * @param file of the component, from the program's folder: `src/components/chrome/Footer.astro`
 */
export function importsByName(text: string, file: string): string {
  return text.replace(RELATIVE_IMPORT, (_, before: string, quote: string, path: string) => {
    const module = posix.join(posix.dirname(file), path).replace(/^src\//, '#')
    return `${before}${quote}${module}${quote}`
  })
}

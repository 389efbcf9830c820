import { realpathSync } from 'node:fs'
import { createRequire, isBuiltin, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The program's own modules: `warta/site` say, or `#domain/site.ts`. */
const OWN = /^(?:#|warta\/)/
/** These, and packages by their names. */
const ALL = /^(?!\.{0,2}\/|[a-z]+:)/

const PROGRAM = new URL('.', import.meta.url).href
const own = createRequire(import.meta.url)

/**
 * The file of the program that a newsroom's module means.
 * @returns an absolute path; undefined for what is not the program's
 * @throws Error for a module that the program does not have
 */
export function programModule(specifier: string): string | undefined {
  return OWN.test(specifier) ? own.resolve(specifier) : undefined
}

/** What modules of a folder outside the program get from it, by the folder's URL. */
const guests = new Map<string, RegExp>()

/**
 * Has Node resolve what a newsroom's modules import of the program, wherever the newsroom lies.
 * @param folder that exists
 */
export function welcomeNewsroom(folder: string): void {
  welcome(folder, OWN)
}

/**
 * The same of what Astro has bundled into a folder: by itself Node would look for packages in the folders
 * around the bundle, and find none, or others.
 * @param folder that exists
 */
export function welcomeBundle(folder: string): void {
  welcome(folder, ALL)
}

function welcome(folder: string, imports: RegExp): void {
  // Node knows modules by their real paths.
  const url = pathToFileURL(`${realpathSync(folder)}/`).href
  if (guests.size === 0) {
    registerHooks({
      resolve(specifier, context, next) {
        if (context.parentURL === undefined || !mayImport(specifier, context.parentURL))
          return next(specifier, context)
        if (!context.conditions.includes('require'))
          return next(specifier, { ...context, parentURL: import.meta.url })
        // What `require` looks for it looks for around whoever asks.
        return { url: pathToFileURL(own.resolve(specifier)).href, shortCircuit: true }
      },
    })
  }
  guests.set(url, imports)
}

function mayImport(specifier: string, parentUrl: string): boolean {
  if (parentUrl.startsWith(PROGRAM) || isBuiltin(specifier)) return false
  for (const [url, imports] of guests) {
    // A package's own imports stay its own.
    if (
      imports.test(specifier) &&
      parentUrl.startsWith(url) &&
      !parentUrl.includes('/node_modules/', url.length - 1)
    )
      return true
  }
  return false
}

import { fileURLToPath } from 'node:url'

/** Where the program lies, as Vite writes it into what Astro bundles: the bundle lies elsewhere. */
declare const __PROGRAM_ROOT__: string | undefined

/**
 * The folder that holds the program's `src/`, absolute, without a slash at its end: a checkout, or `lib/` of the installed
 * package, where modules are JavaScript. What an outlet says of itself lies in the outlet's folder, which in a checkout
 * may be the same.
 */
export const PROGRAM_ROOT =
  typeof __PROGRAM_ROOT__ === 'string'
    ? __PROGRAM_ROOT__
    : fileURLToPath(new URL('..', import.meta.url)).slice(0, -1)

import { join, resolve } from 'node:path'

/** Where is kept what one run leaves for the next: in the folder that CACHE_DIR names, or in `.cache` of this one. */
export function cachesOf(folder: string, env: NodeJS.ProcessEnv = process.env): string {
  return env.CACHE_DIR ? resolve(env.CACHE_DIR) : join(resolve(folder), '.cache')
}

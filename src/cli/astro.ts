import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Runs a command of the Astro that the program comes with: an outlet's own folder of commands need not have it. It goes on
 * in this process, which ends with it.
 */
export async function run(command: 'dev' | 'build' | 'preview', args: readonly string[]): Promise<number> {
  const manifest = createRequire(import.meta.url).resolve('astro/package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { astro: string } }
  const script = join(dirname(manifest), bin.astro)
  process.argv = [process.execPath, script, command, ...args]
  await import(pathToFileURL(script).href)
  return Number(process.exitCode ?? 0)
}

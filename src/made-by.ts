import { hash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What has a part in a build beside the pages' own code, which Astro looks after: config, the desk, what a list holds. */
const CODE = [
  'astro.config.mjs',
  'package-lock.json',
  'src/content.config.ts',
  'src/{desk,domain,integrations,markdown}/**/*.ts',
  'src/styles/fonts.ts',
]

/** Tells builds apart that may keep nothing of each other's: those of another program, or between other folders. */
export function madeBy(root: string, folders: string[]): string {
  const files = globSync(CODE, { cwd: root }).sort()
  const code = files.map((file) => `${file}\n${readFileSync(join(root, file), 'utf8')}`)
  return hash('sha256', JSON.stringify([process.version, folders, code]))
}

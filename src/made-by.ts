import { hash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

/** All that makes pages of a newsroom; what the newsroom says itself is no part of it. */
const CODE = ['astro.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'package-lock.json', 'src/**/*']
const NEWSROOM = /^src\/(content\/|site\.config\.ts$)/

/** A digest of it by root: as it was when the process began, as the code that runs is. */
const codes = new Map<string, string>()

/** Tells builds apart that may keep nothing of each other's: those of another program, or between other folders. */
export function madeBy(root: string, folders: string[]): string {
  const folder = resolve(root)
  const code = codes.get(folder) ?? hash('sha256', JSON.stringify(readCode(folder)))
  codes.set(folder, code)
  return hash('sha256', JSON.stringify([process.version, folders, code]))
}

function readCode(root: string): string[] {
  return globSync(CODE, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !NEWSROOM.test(file) && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => `${file}\n${readFileSync(join(root, file), 'latin1')}`)
}

import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { PROGRAM_ROOT } from '#program-root.ts'
import { programVersion } from '#program-package.ts'
import type { Files } from './newsroom-files.ts'

/** Where a new outlet gets the program from: what its package.json says, and the files that this needs. */
export interface ProgramSource {
  warta: string
  files: Files
}

/** The folder of an outlet in which the packed program lies. */
const VENDOR = 'vendor'

/** Whether the program runs from a checkout of its repository. */
const isCheckout = existsSync(join(PROGRAM_ROOT, 'tools/package/build-package.ts'))

/**
 * The program for an outlet: as it was asked for, else the version of this package, else, in a checkout, this
 * checkout packed into the outlet.
 * @param asked a version, an address, or the path of a tarball
 * @param folder the outlet's
 * @throws Error where the checkout cannot be packed
 */
export async function programSource(asked: string | undefined, folder: string): Promise<ProgramSource> {
  if (asked !== undefined) return { warta: isFile(asked) ? fileFrom(folder, asked) : asked, files: {} }
  if (!isCheckout) return { warta: `^${programVersion()}`, files: {} }
  const packed = await pack()
  return { warta: `file:./${VENDOR}/${packed.name}`, files: { [`${VENDOR}/${packed.name}`]: packed.bytes } }
}

async function pack(): Promise<{ name: string; bytes: Uint8Array }> {
  const folder = mkdtempSync(join(tmpdir(), 'warta-pack-'))
  try {
    const { npm_execpath: npm } = process.env
    const [command, ...args] = npm ? [process.execPath, npm] : ['npm']
    const pack = ['pack', '--silent', '--pack-destination', folder]
    await promisify(execFile)(command, [...args, ...pack], { cwd: PROGRAM_ROOT })
    const [name = ''] = readdirSync(folder)
    return { name, bytes: readFileSync(join(folder, name)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A path as package.json has it: from the outlet's folder. */
function fileFrom(folder: string, path: string): string {
  return `file:${relative(resolve(folder), resolve(path)).replaceAll('\\', '/')}`
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The least major version of Node that runs the program. */
const LEAST = 24

/**
 * Runs a module of the program with the Node that came with it, where the one that runs this is too old. This module
 * itself runs on any.
 * @param args as the module finds them behind its own name
 */
export async function runOnOwnNode(module: URL, args: readonly string[]): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) >= LEAST) {
    process.argv = [process.execPath, fileURLToPath(module), ...args]
    await import(module.href)
    return
  }
  const node = ownNode()
  if (node === undefined) {
    console.error(
      `This is Node ${process.versions.node}, and the program needs ${LEAST}. It brings one along, which was not installed: let the package "node" run its script (allowScripts in package.json), and install again.`,
    )
    process.exitCode = 1
    return
  }
  process.exitCode = spawnSync(node, [fileURLToPath(module), ...args], { stdio: 'inherit' }).status ?? 1
}

/** The executable of the package `node`; undefined where it was not installed whole. */
function ownNode(): string | undefined {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

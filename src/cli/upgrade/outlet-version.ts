import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '#cache/atomic-write.ts'

/**
 * For which version of the program an outlet was made or last upgraded: `"warta": { "upgradedTo": "0.2.0" }` in its
 * package.json.
 * @param root of the outlet
 * @returns undefined where that is not recorded, as in a checkout
 */
export function upgradedTo(root: string): string | undefined {
  const { warta } = packageOf(root) as { warta?: { upgradedTo?: unknown } }
  return typeof warta?.upgradedTo === 'string' ? warta.upgradedTo : undefined
}

/** Records the version, and keeps all else that the outlet's package.json says. */
export function recordUpgrade(root: string, version: string): void {
  const content = packageOf(root)
  const text = JSON.stringify({ ...content, warta: { upgradedTo: version } }, null, 2)
  writeAtomically(join(root, 'package.json'), `${text}\n`)
}

function packageOf(root: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

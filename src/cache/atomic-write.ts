import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Puts a file in its place whole or not at all: whoever reads it meanwhile, or after a power cut, finds the last one.
 * Folders that are missing are made, and a file that is replaced hands its mode on.
 * @throws what the file system says where it cannot be written; the last one stays
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  // The desk passes such a name over, should the process be killed before it takes the file away.
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}`)
  mkdirSync(dirname(file), { recursive: true })
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  try {
    writeFileSync(unfinished, content, mode === undefined ? {} : { mode })
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

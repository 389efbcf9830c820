import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Puts a file in its place whole or not at all: whoever reads it meanwhile, or after a power cut, finds the last one.
 * @throws what the file system says where it cannot be written; the last one stays
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(unfinished, content)
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

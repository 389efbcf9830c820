import { hash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Puts a file in its place, whole or not at all, that does no more than save
 * time: where it cannot be written, the next run does the work again.
 */
export async function keepFile(file: string, content: Parameters<typeof writeFile>[1]): Promise<void> {
  const next = `${file}.${process.pid}`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(next, content)
    await rename(next, file)
  } catch {}
}

/** Hexadecimal digits of SHA-256, before what is kept. */
const SUM_LENGTH = 64

/** As `keepFile`, with a sum by which `readSummed` sees that nothing has become of it. */
export function keepSummed(file: string, bytes: Uint8Array): Promise<void> {
  return keepFile(file, [hash('sha256', bytes), bytes])
}

/** What `keepSummed` has kept; undefined where it is not there, or not as it was. */
export async function readSummed(file: string): Promise<Buffer | undefined> {
  const content = await readFile(file).catch(() => undefined)
  const bytes = content?.subarray(SUM_LENGTH)
  const isWhole = bytes && content?.toString('latin1', 0, SUM_LENGTH) === hash('sha256', bytes)
  return isWhole ? bytes : undefined
}

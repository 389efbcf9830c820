import { hash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'

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

/** As `keepFile`, what `node:v8` can write, with a sum by which `readValue` sees that nothing has become of it. */
export function keepValue(file: string, value: unknown): Promise<void> {
  const bytes = serialize(value)
  return keepFile(file, [hash('sha256', bytes), bytes])
}

/** What `keepValue` has kept; undefined where it is not there, not as it was, or of a Node that writes otherwise. */
export async function readValue(file: string): Promise<unknown> {
  try {
    const content = await readFile(file)
    const bytes = content.subarray(SUM_LENGTH)
    const isWhole = content.toString('latin1', 0, SUM_LENGTH) === hash('sha256', bytes)
    return isWhole ? deserialize(bytes) : undefined
  } catch {
    return undefined
  }
}

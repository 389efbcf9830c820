import { mkdir, rename, writeFile } from 'node:fs/promises'
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

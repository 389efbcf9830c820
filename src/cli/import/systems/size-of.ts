import { stat } from 'node:fs/promises'

/** Bytes of files together. A missing file counts as none here, and is reported when it is read. */
export async function sizeOf(files: readonly string[]): Promise<number> {
  let sum = 0
  for (const file of files) sum += (await stat(file).catch(() => undefined))?.size ?? 0
  return sum
}

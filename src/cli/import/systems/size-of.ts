import { stat } from 'node:fs/promises'

/** Bytes of files together; one that is not there is told of when it is read. */
export async function sizeOf(files: readonly string[]): Promise<number> {
  let sum = 0
  for (const file of files) sum += (await stat(file).catch(() => undefined))?.size ?? 0
  return sum
}

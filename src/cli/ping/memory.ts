import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '#cache/atomic-write.ts'
import { cachesOf } from '#desk/caches.ts'
import type { NewsroomFolder } from '#desk/folder.ts'
import type { Versions } from './published.ts'

/** The versions of which each receiver was last notified, by the receiver's address. */
export type Memory = Record<string, Versions>

/** @throws Error when the file is there and holds something else */
export async function readMemory(folder: NewsroomFolder): Promise<Memory> {
  const file = fileIn(folder)
  try {
    return parseMemory(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(
      `${file} cannot be read. Delete it: the next ping then remembers what is there, and tells of what changes after.`,
      { cause: error },
    )
  }
}

export function writeMemory(folder: NewsroomFolder, memory: Memory): void {
  writeAtomically(fileIn(folder), JSON.stringify(memory))
}

function parseMemory(text: string): Memory {
  const memory: unknown = JSON.parse(text)
  const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  if (isRecord(memory) && Object.values(memory as object).every(isRecord)) return memory as Memory
  throw new TypeError('no memory of pings')
}

function fileIn({ root }: NewsroomFolder): string {
  return join(cachesOf(root), 'pinged.json')
}

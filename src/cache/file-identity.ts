import type { Stats } from 'node:fs'
import { statOf } from './stat-of.ts'

/**
 * Tells the content of a file from any other that it had before, without a look
 * into it: its inode, its size, and when its content or its attributes were
 * changed last, in milliseconds (`ctime`), which no program can set. A copy of the file
 * has another identity, and so has the same file once it is linked or its
 * times are set: then a digest tells whether its bytes are the same.
 */
export type FileIdentity = string

export function identityFrom({ ino, size, ctimeMs }: Stats): FileIdentity {
  return `${ino} ${size} ${ctimeMs}`
}

/** Bytes of the file that has an identity. */
export function sizeIn(identity: FileIdentity): number {
  return Number(identity.split(' ')[1])
}

/** Undefined where there is no file. */
export function identityOf(path: string): FileIdentity | undefined {
  const stat = statOf(path)
  return stat?.isFile() ? identityFrom(stat) : undefined
}

import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type FileIdentity, identityFrom } from './file-identity.ts'
import { statOf } from './stat-of.ts'

/** SHA-256 in 64 hexadecimal digits. */
export function contentDigest(content: string | Uint8Array): string {
  return hash('sha256', content)
}

/** What a file held when it was recorded. */
export interface FileRecord {
  identity: FileIdentity
  /** As `contentDigest` tells. */
  digest: string
}

/**
 * The record of a file as it is now; undefined where there is none.
 * @param known an earlier one: while its identity is the same, the file is not read
 */
export function recordFile(path: string, known?: FileRecord): FileRecord | undefined {
  const stat = statOf(path)
  if (!stat?.isFile()) return undefined
  const identity = identityFrom(stat)
  return identity === known?.identity ? known : { identity, digest: contentDigest(readFileSync(path)) }
}

/**
 * The record of a file that holds the bytes that it was recorded with,
 * undefined for any other. Bytes are read where its identity is another, or where `reread` asks for it: a
 * bad disk changes no identity.
 */
export function confirmFile(path: string, record: FileRecord, reread = false): FileRecord | undefined {
  const stat = statOf(path)
  if (!stat?.isFile()) return undefined
  const identity = identityFrom(stat)
  if (!reread && identity === record.identity) return record
  return contentDigest(readFileSync(path)) === record.digest ? { ...record, identity } : undefined
}

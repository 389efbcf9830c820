import { statSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from '#build/files-in.ts'

/** A file of a built site: its path from there, with slashes, and its bytes. */
export interface SizedFile {
  file: string
  bytes: number
}

/** All files of a built site, those that servers send in place of others too. @param folder absolute */
export function sizedFiles(folder: string): SizedFile[] {
  return filesIn(folder).map((file) => ({ file, bytes: statSync(join(folder, file)).size }))
}

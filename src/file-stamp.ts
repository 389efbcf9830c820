import type { Stats } from 'node:fs'

/** Tells a file from any that it was before, or that was in its place: by its inode, size and times. */
export function fileStamp({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [dev, ino, size, mtimeMs, ctimeMs].join()
}

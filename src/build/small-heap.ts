import { setFlagsFromString } from 'node:v8'

/**
 * Has memory taken from the system sparingly. V8 lets a heap grow to up to
 * four times of what lives in it before it looks for what does not: an archive's
 * build took a gigabyte more so, and was no faster. The space for what has just
 * been made stays as it is; it would grow to 128 MB in each thread. And a
 * thread collects by itself what it alone has made: helpers do it a little sooner,
 * with more work in all, and the other cores have indexes and copies to make.
 */
export function keepHeapsSmall(): void {
  setFlagsFromString('--heap-growing-percent=40')
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--no-parallel-scavenge')
  setFlagsFromString('--no-parallel-compaction')
}

import { once } from 'node:events'
import process from 'node:process'

/** Prints lines no faster than they are read: those that wait in a pipe would fill the memory. */
export async function printLines(lines: Iterable<string>): Promise<void> {
  const readOn = () => {}
  // A reader that goes, as `head` does, ends nothing else.
  process.stdout.on('error', readOn)
  for (const line of lines) {
    console.log(line)
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain').catch(readOn)
  }
}

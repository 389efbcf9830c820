import { createReadStream } from 'node:fs'
import { ExportFault } from '#moving-in/export-fault.ts'

const CHUNK = 64 * 1024

/**
 * A file of UTF-8, piece by piece; `onBytes` is called with the size of each.
 * @throws ExportFault where it cannot be read
 */
export async function* textOf(file: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  try {
    for await (const piece of createReadStream(file, { highWaterMark: CHUNK })) {
      yield decoder.decode(piece as Buffer, { stream: true })
      onBytes((piece as Buffer).length)
    }
  } catch (error) {
    throw faultOf(file, error)
  }
  yield decoder.decode()
}

function faultOf(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new ExportFault(`There is no file "${file}".`)
  if (code === 'EISDIR') return new ExportFault(`"${file}" is a folder. Name the file in it.`)
  return error
}

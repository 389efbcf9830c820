import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { ExportFault } from '#moving-in/export-fault.ts'
import type { ReadListener } from '#moving-in/old-system.ts'
import { refuseOtherKinds } from '#wordpress/file-kind.ts'
import { type ChannelRecord, RecordParser } from '#wordpress/record-parser.ts'

const CHUNK = 64 * 1024

/**
 * The records of an export's file, one after the other; no more than one of
 * them and a piece of the file is held at a time.
 * @throws ExportFault when the file is no export, is broken, or ends too early
 */
export async function* readWordPress(
  file: string,
  { onBytes, onNote }: ReadListener,
): AsyncGenerator<ChannelRecord> {
  const encoding = await encodingOf(file)
  const parser = new RecordParser(encoding)
  const decoder = decoderFor(encoding)
  for await (const piece of createReadStream(file, { highWaterMark: CHUNK })) {
    yield* parser.push(decoder.decode(piece as Buffer, { stream: true }))
    onBytes((piece as Buffer).length)
  }
  yield* parser.push(decoder.decode())
  yield* parser.end()
  for (const note of parser.notes) onNote(note)
}

/** How a file's letters are written, after a look at its first bytes. */
async function encodingOf(file: string): Promise<string> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new ExportFault(error.code === 'ENOENT' ? `There is no file "${file}".` : error.message)
  })
  try {
    if ((await handle.stat()).isDirectory())
      throw new ExportFault(`"${file}" is a folder. Name the .xml file in it.`)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    const start = buffer.toString('latin1', 0, bytesRead)
    refuseOtherKinds(start)
    if (/^(\u00ff\u00fe|<\0)/.test(start)) return 'utf-16le'
    if (/^(\u00fe\u00ff|\0<)/.test(start)) return 'utf-16be'
    return /^[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8'
  } finally {
    await handle.close()
  }
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch {
    throw new ExportFault(
      `The file says that its letters are "${encoding}", which is not known. Export it again.`,
    )
  }
}

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import process from 'node:process'
import { pipeline, Readable, type Transform } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'

const CHUNK = 1 << 20
/** Bytes at the start of a log by which its format is recognised. */
const HEAD = 1 << 16
const COMPRESSIONS: { magic: Buffer; unpack: () => Transform }[] = [
  { magic: Buffer.of(0x1f, 0x8b), unpack: () => createGunzip({ chunkSize: CHUNK }) },
  { magic: Buffer.of(0x28, 0xb5, 0x2f, 0xfd), unpack: () => createZstdDecompress({ chunkSize: CHUNK }) },
]

export interface OpenLog {
  /** As it is named to people. */
  name: string
  /** The first bytes, all of a short log. */
  head: Buffer
  /** All of it, the head too. */
  chunks: AsyncIterable<Buffer>
}

/**
 * Opens a log, or standard input for `-`; gzip and zstd are known by their
 * first bytes and unpacked.
 * @throws Error that names what cannot be opened; the chunks throw on what cannot be unpacked
 */
export async function openLog(path: string): Promise<OpenLog> {
  const name = path === '-' ? 'standard input' : path
  const packed = await peek(path === '-' ? process.stdin : await streamOf(path), 4)
  const compression = COMPRESSIONS.find(({ magic }) => packed.head.subarray(0, magic.length).equals(magic))
  if (!compression) return { name, ...(await peek(packed.chunks, HEAD)) }
  const unpacker = compression.unpack()
  // What goes wrong is thrown where the unpacker is read.
  pipeline(Readable.from(packed.chunks), unpacker, () => {})
  const unpacked = naming(name, unpacker)
  return { name, ...(await peek(unpacked, HEAD)) }
}

async function streamOf(path: string): Promise<AsyncIterable<Buffer>> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message
    throw new Error(`${path} cannot be read: ${why}.`)
  })
  return createReadStream('', { fd: file, highWaterMark: CHUNK })
}

/** Takes at least `size` bytes from the front of a stream, if it has so many, and leaves the stream whole. */
async function peek(
  stream: AsyncIterable<Buffer>,
  size: number,
): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const iterator = stream[Symbol.asyncIterator]()
  const taken: Buffer[] = []
  let length = 0
  while (length < size) {
    const { done, value } = await iterator.next()
    if (done) break
    taken.push(value)
    length += value.length
  }
  async function* chunks() {
    yield* taken
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head: Buffer.concat(taken), chunks: chunks() }
}

async function* naming(name: string, stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (error) {
    throw new Error(`${name} cannot be unpacked to its end: ${(error as Error).message}.`)
  }
}

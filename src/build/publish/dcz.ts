import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import type { PageDictionary } from './page-dictionary.ts'

/** What a text in this form begins with, before the dictionary's digest: RFC 9842, section 5. */
const MAGIC = Buffer.from([0x5e, 0x2a, 0x4d, 0x18, 0x20, 0x00, 0x00, 0x00])
/** Higher ones take several times as long, and save a fiftieth. */
const LEVEL = 6

/** A text as Zstandard with a dictionary, `Content-Encoding: dcz`. */
export async function toDcz(text: Buffer, { bytes, id }: PageDictionary): Promise<Buffer> {
  const compressed = await promisify(zstdCompress)(text, {
    dictionary: bytes,
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL },
  })
  return Buffer.concat([MAGIC, Buffer.from(id, 'base64'), compressed])
}

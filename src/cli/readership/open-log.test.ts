import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLog } from './open-log.ts'
import { unknownFormat } from './unknown-format.ts'

const LOG = Array.from(
  { length: 20_000 },
  (_, i) => `203.0.113.7 - - "GET /politics/${i}/ HTTP/2.0" 200`,
).join('\n')

async function logOf(bytes: string | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-log-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'access.log')
  await writeFile(path, bytes)
  return path
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).toString()
}

describe('a log', () => {
  test.each([
    ['plain', (text: string) => text],
    ['packed by gzip', (text: string) => gzipSync(text)],
    ['packed by zstd', (text: string) => zstdCompressSync(text)],
  ])('that is %s is read whole, its first bytes too', async (_, pack) => {
    const path = await logOf(pack(LOG))
    const { name, head, chunks } = await openLog(path)
    expect(name).toBe(path)
    expect(head.length).toBeGreaterThanOrEqual(1 << 16)
    expect(LOG.startsWith(head.toString())).toBe(true)
    expect(await textOf(chunks)).toBe(LOG)
  })

  test.each(['', 'a', 'abc'])('may be as short as %j', async (text) => {
    const { head, chunks } = await openLog(await logOf(text))
    expect([head.toString(), await textOf(chunks)]).toEqual([text, text])
  })

  test('that is cut off within a packed block says so with its name', async () => {
    const path = await logOf(gzipSync(LOG).subarray(0, 20_000))
    const read = async () => textOf((await openLog(path)).chunks)
    await expect(read()).rejects.toThrow(`${path} cannot be unpacked to its end`)
  })

  test('that is not there is named', async () => {
    await expect(openLog('/nowhere/access.log')).rejects.toThrow(
      '/nowhere/access.log cannot be read: there is no such file.',
    )
  })
})

test('of a file in no known format its first line is shown, and which formats there are', () => {
  const text = unknownFormat({
    name: 'x.log',
    head: Buffer.from(`${'x'.repeat(300)}\nsecond`),
    chunks: (async function* () {})(),
  })
  expect(text).toContain('x.log is in none of the formats that are known: ')
  expect(text).toContain(`Its first line is: "${'x'.repeat(200)} …"`)
  expect(text).toContain('--path-column')
  expect(text).not.toContain('second')
})

import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { eachLine } from './byte-lines.ts'

/** The lines of a text that comes in pieces of so many bytes. */
async function linesOf(text: string | Buffer, size = 1 << 16): Promise<string[]> {
  const bytes = Buffer.from(text)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  const lines: string[] = []
  await eachLine(Readable.from(chunks), (line, start, end) => lines.push(line.toString('utf8', start, end)))
  return lines
}

test.each([
  ['lines', 'a\nb\n', ['a', 'b']],
  ['a last line without an end', 'a\nb', ['a', 'b']],
  ['lines of Windows', 'a\r\nb\r\n', ['a', 'b']],
  ['empty lines', '\n\na\n', ['', '', 'a']],
  ['a return within a line', 'a\rb\n', ['a\rb']],
  ['letters of several bytes', 'é–\nü', ['é–', 'ü']],
  ['nothing', '', []],
])('%s, in pieces of any size', async (_, text, lines) => {
  for (const size of [1, 2, 3, 100]) expect(await linesOf(text, size)).toEqual(lines)
})

test('of a line without end no more is held than a megabyte or so', async () => {
  const [long = '', after] = await linesOf(Buffer.concat([Buffer.alloc(5 << 20, 'x'), Buffer.from('\nb')]))
  expect(long.length).toBeLessThan(1.2 * (1 << 20))
  expect(after).toBe('b')
})

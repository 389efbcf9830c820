import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BROWSER, combinedLine } from '../../../tests/support/logs.ts'
import { articleFile, SITE, STAFF, temporaryNewsroom } from '../../../tests/support/temporary-newsroom.ts'
import { updateReadership } from './update-readership.ts'

const FILE = 'src/content/readership.json'
const NOW = new Date('2025-07-10T00:00:00Z')

const requestAt = (i: number) =>
  combinedLine({ client: `198.51.100.${i}`, at: new Date(Date.UTC(2025, 6, 5, 0, i)).toISOString() })
const LOG = Array.from({ length: 12 }, (_, i) => `${requestAt(i)}\n`).join('')
const ROBOT = `${combinedLine({ at: '2025-07-04T01:00:00Z', agent: 'curl/8.5.0' })}\n`

/** A newsroom with politics/a, a log, and a way to read logs into its readership. */
async function newsroomWith(readership?: string) {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/a.md': articleFile(),
    'access.log': LOG,
    ...(readership !== undefined && { [FILE]: readership }),
  })
  return {
    read: () => readFile(folder.readership, 'utf8'),
    write: (text: string) => writeFile(folder.readership, text),
    /** Whether a log held anything new. */
    update: async (log = LOG) => {
      const file = join(folder.root, 'access.log')
      await writeFile(file, log)
      return (await updateReadership(folder, SITE, [file], { now: NOW })).isNew
    },
  }
}

/** The same JSON with the keys of every object the other way round. */
function reversed(text: string): string {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, field]) => [key, turn(field)]),
    )
  }
  return JSON.stringify(turn(JSON.parse(text)), null, 4)
}

describe('a log that was read already leaves the file byte for byte', () => {
  test.each([
    ['as the first run wrote it', (text: string) => text],
    ['with its keys in another order', reversed],
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['without an end to its last line', (text: string) => text.trimEnd()],
    ['on one line', (text: string) => JSON.stringify(JSON.parse(text))],
  ])('%s', async (_case, laidOut) => {
    const { read, write, update } = await newsroomWith()
    expect(await update()).toBe(true)
    const text = laidOut(await read())
    await write(text)
    expect(await update()).toBe(false)
    expect(await read()).toBe(text)
  })
})

test('a file written by hand, with an hour of no views and without its end, is as it was after an empty log', async () => {
  const byHand = '{"articles":{"b":{"2025-07-05T03:00:00Z":0},\r\n"a":{"2025-07-05T03:00:00Z":12}}}'
  const { read, update } = await newsroomWith(byHand)
  expect(await update('')).toBe(false)
  expect(await read()).toBe(byHand)
})

test('where nothing was read yet, and nothing is read now, there is still no file', async () => {
  const { read, update } = await newsroomWith()
  expect(await update('')).toBe(false)
  await expect(read()).rejects.toThrow('ENOENT')
})

test.each([
  ['a view', LOG + requestAt(13)],
  ['a log that only robots read', ROBOT.repeat(12)],
])('%s is new', async (_case, log) => {
  const { read, update } = await newsroomWith()
  await update()
  const before = await read()
  expect(await update(log)).toBe(true)
  expect(await read()).not.toBe(before)
})

test('two runs lay the file out in the same way', async () => {
  const [once, twice] = [await newsroomWith(), await newsroomWith()]
  await once.update()
  await twice.update(LOG.split('\n').slice(0, 6).join('\n'))
  await twice.update()
  expect(await twice.read()).toBe(await once.read())
  expect(await once.read()).not.toContain(BROWSER)
})

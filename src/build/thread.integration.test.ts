import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { Thread } from './thread.ts'

/** A thread that doubles numbers, but not all. */
function doubling(): Thread<number, number> {
  const folder = mkdtempSync(join(tmpdir(), 'warta-thread-'))
  const file = join(folder, 'thread.ts')
  writeFileSync(
    file,
    `import { serveThread } from ${JSON.stringify(import.meta.resolve('./thread.ts'))}
    serveThread((n) => {
      if (n === 13) throw new Error('not this one')
      if (n === 99) process.exit(1)
      return 2 * n
    })`,
  )
  const thread = new Thread<number, number>(pathToFileURL(file))
  onTestFinished(async () => {
    await thread.end()
    rmSync(folder, { recursive: true })
  })
  return thread
}

test('orders are answered in turn, whatever became of those before', async () => {
  const thread = doubling()
  const answers = [1, 13, 3].map((n) => thread.ask(n))
  expect(await Promise.allSettled(answers)).toEqual([
    { status: 'fulfilled', value: 2 },
    { status: 'rejected', reason: new Error('not this one') },
    { status: 'fulfilled', value: 6 },
  ])
})

test('a thread that ends keeps nobody waiting', async () => {
  const thread = doubling()
  const answers = [1, 99, 3].map((n) => thread.ask(n))
  const settled = await Promise.allSettled(answers)
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
})

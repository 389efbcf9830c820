import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Holder, takeLock } from './lock.ts'

/** A lock's path in a folder of its own, not made yet. */
async function lockFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-lock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'site/.dist.lock')
}

/** Another process that has taken the lock and does not end by itself. */
async function otherHolder(file: string): Promise<ChildProcess> {
  const script = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    globalThis.lock = await takeLock(${JSON.stringify(file)}, { patience: 0 })
    console.log('taken')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script])
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  await new Promise((taken, fail) => {
    child.stdout.once('data', taken)
    child.once('exit', () => fail(new Error(said)))
  })
  return child
}

test('a lock that is given back can be taken again', async () => {
  const file = await lockFile()
  const first = await takeLock(file, { patience: 0 })
  await expect(takeLock(file, { patience: 0 })).rejects.toThrow(`(process ${process.pid}, since `)
  first.release()
  const second = await takeLock(file, { patience: 0 })
  second.release()
})

test('another process that holds it is named, with the way to go on', async () => {
  const file = await lockFile()
  const { pid } = await otherHolder(file)
  await expect(takeLock(file, { patience: 1, every: 1 })).rejects.toThrow(
    new RegExp(
      `^Another build \\(process ${pid}, since 20[\\d-]+T[\\d:.]+Z\\) still holds .*kill ${pid}\\.$`,
    ),
  )
})

test('whoever waits has it as soon as its holder is killed', async () => {
  const file = await lockFile()
  const child = await otherHolder(file)
  const waited: (Holder | undefined)[] = []
  const waiting = takeLock(file, { patience: 20_000, every: 5, onWait: (holder) => waited.push(holder) })
  child.kill('SIGKILL')
  const lock = await waiting
  expect(waited).toEqual([{ pid: child.pid, since: expect.stringMatching(/Z$/) }])
  lock.release()
})

test('of many who want it at once, each has it alone', async () => {
  const file = await lockFile()
  let holders = 0
  let most = 0
  const work = async () => {
    const lock = await takeLock(file, { patience: 20_000, every: 1 })
    most = Math.max(most, ++holders)
    await new Promise((done) => setTimeout(done, 2))
    holders--
    lock.release()
  }
  await Promise.all(Array.from({ length: 12 }, work))
  expect(most).toBe(1)
})

test.each([
  ['nothing', ''],
  ['what is no lock', 'x'.repeat(5000)],
])('a file that holds %s is nobody’s', async (_case, content) => {
  const file = await lockFile()
  const first = await takeLock(file, { patience: 0 })
  first.release()
  await writeFile(file, content)
  const lock = await takeLock(file, { patience: 0 })
  await expect(takeLock(file, { patience: 0 })).rejects.toThrow(`process ${process.pid}`)
  lock.release()
})

test('a folder that cannot be written to is told', async () => {
  const file = await lockFile()
  await writeFile(join(file, '../..', 'site'), 'a file')
  await expect(takeLock(file, { patience: 0 })).rejects.toThrow(/^The lock .* cannot be written \(.*\)\. See/)
})

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const SCRIPTS = {
  good: 'echo well',
  bad: 'echo ill >&2; exit 3',
  // Each waits for what the other writes.
  first: 'touch first; until [ -e second ]; do sleep 0.01; done',
  second: 'touch second; until [ -e first ]; do sleep 0.01; done',
}

async function atOnce(...scripts: string[]): Promise<{ exitCode: number; stdout: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-at-once-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts: SCRIPTS }))
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [resolve('tools/at-once.ts'), ...scripts],
      { cwd: folder },
      (_, stdout) => done({ exitCode: child.exitCode ?? -1, stdout }),
    )
  })
}

test('all are sound when each is', async () => {
  expect(await atOnce('good', 'good')).toEqual({
    exitCode: 0,
    stdout: '\ngood: sound\nwell\n\ngood: sound\nwell\n',
  })
})

test('one that fails fails all, and the others have their say', async () => {
  const { exitCode, stdout } = await atOnce('bad', 'good')
  expect(exitCode).toBe(1)
  expect(stdout).toContain('bad: FAILED\nill\n')
  expect(stdout).toContain('good: sound\nwell\n')
})

test('a script that is not there fails', async () => {
  expect((await atOnce('god')).exitCode).toBe(1)
})

test('they run beside each other', async () => {
  expect((await atOnce('first', 'second')).exitCode).toBe(0)
})

import { once } from 'node:events'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeEach, expect, test } from 'vitest'
import { livePath, nextRelease, swap } from './swap.ts'

const WATCH = `
  const { statSync } = require('node:fs')
  const { parentPort, workerData: { file, state } } = require('node:worker_threads')
  for (; Atomics.load(state, 0) === 0; state[1]++) {
    if (!statSync(file, { throwIfNoEntry: false })) parentPort.postMessage(state[1])
  }
`

let around = ''
let live = ''

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'warta-swap-'))
  live = join(around, 'dist')
})

async function publish(text: string): Promise<void> {
  const next = nextRelease(live)
  mkdirSync(next, { recursive: true })
  writeFileSync(join(next, 'index.html.new'), text)
  renameSync(join(next, 'index.html.new'), join(next, 'index.html'))
  await swap(live)
}
const published = () => readFileSync(join(live, 'index.html'), 'utf8')

function folder(name: string, text: string): string {
  mkdirSync(join(around, name))
  writeFileSync(join(around, name, 'index.html'), text)
  return join(around, name)
}

test('each release takes the place of the one before, which stays until the next', async () => {
  for (const text of ['one', 'two', 'three']) {
    await publish(text)
    expect(published()).toBe(text)
  }
  expect(readdirSync(around).sort()).toEqual(['.dist-a', '.dist-b', 'dist'])
  expect(readFileSync(join(nextRelease(live), 'index.html'), 'utf8')).toBe('two')
})

test('a folder gives way to the first link', async () => {
  folder('dist', 'as it was')
  await publish('new')
  expect(published()).toBe('new')
  expect(lstatSync(live).isSymbolicLink()).toBe(true)
  expect(readdirSync(around).sort()).toEqual(['.dist-a', 'dist'])
})

test('what a build that was cut off has left is in nobody’s way', async () => {
  await publish('one')
  folder('.dist-last', 'half')
  symlinkSync('.dist-b', join(around, '.dist-link'))
  await publish('two')
  expect(published()).toBe('two')
  expect(readdirSync(around).sort()).toEqual(['.dist-a', '.dist-b', 'dist'])
})

test('the place is the same before and after, and a link of somebody else’s leads to what it names', async () => {
  const place = join(around, 'dist')
  expect(livePath(place)).toBe(place)
  await publish('one')
  expect(livePath(place)).toBe(place)
  mkdirSync(join(around, 'www'))
  symlinkSync('www', join(around, 'site'))
  expect(basename(livePath(join(around, 'site')))).toBe('www')
})

test('there is no instant without a site', async () => {
  await publish('first')
  const state = new Int32Array(new SharedArrayBuffer(8))
  // In a thread of its own, which looks some hundred thousand times a second.
  const watcher = new Worker(WATCH, { eval: true, workerData: { file: join(live, 'index.html'), state } })
  const missed: unknown[] = []
  watcher.on('message', (at) => missed.push(at))
  await once(watcher, 'online')
  for (let i = 0; i < 300; i++) await publish(`${i}`)
  Atomics.store(state, 0, 1)
  await once(watcher, 'exit')
  const [, looks = 0] = state
  expect(looks).toBeGreaterThan(1000)
  expect(missed.length).toBe(0)
}, 30_000)

import { once } from 'node:events'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeEach, expect, test } from 'vitest'
import { livePath, swap } from './swap.ts'

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

const next = (text: string) => folder('.dist-next', text)
const published = () => readFileSync(join(live, 'index.html'), 'utf8')

function folder(name: string, text: string): string {
  mkdirSync(join(around, name))
  writeFileSync(join(around, name, 'index.html'), text)
  return join(around, name)
}

test('each release takes the place of the one before, of which nothing is left', async () => {
  for (const text of ['one', 'two', 'three']) {
    await swap(next(text), live)
    expect(published()).toBe(text)
    expect(readdirSync(around)).toHaveLength(2)
  }
})

test('a folder gives way to the first link', async () => {
  folder('dist', 'as it was')
  await swap(next('new'), live)
  expect(published()).toBe('new')
  expect(lstatSync(live).isSymbolicLink()).toBe(true)
  expect(readdirSync(around).sort()).toEqual(['.dist-a', 'dist'])
})

test('what a build that was cut off has left is in nobody’s way', async () => {
  await swap(next('one'), live)
  for (const name of ['.dist-b', '.dist-last']) folder(name, 'half')
  symlinkSync('.dist-b', join(around, '.dist-link'))
  await swap(next('two'), live)
  expect(published()).toBe('two')
  expect(readdirSync(around)).toHaveLength(2)
})

test('the place is the same before and after, and a link of somebody else’s leads to what it names', async () => {
  const place = join(around, 'dist')
  expect(livePath(place)).toBe(place)
  await swap(next('one'), live)
  expect(livePath(place)).toBe(place)
  mkdirSync(join(around, 'www'))
  symlinkSync('www', join(around, 'site'))
  expect(basename(livePath(join(around, 'site')))).toBe('www')
})

test('there is no instant without a site', async () => {
  await swap(next('first'), live)
  const state = new Int32Array(new SharedArrayBuffer(8))
  // In a thread of its own, which looks some hundred thousand times a second.
  const watcher = new Worker(WATCH, { eval: true, workerData: { file: join(live, 'index.html'), state } })
  const missed: unknown[] = []
  watcher.on('message', (at) => missed.push(at))
  await once(watcher, 'online')
  for (let i = 0; i < 300; i++) await swap(next(`${i}`), live)
  Atomics.store(state, 0, 1)
  await once(watcher, 'exit')
  const [, looks = 0] = state
  expect(looks).toBeGreaterThan(1000)
  expect(missed.length).toBe(0)
})

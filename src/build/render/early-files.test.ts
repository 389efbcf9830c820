import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { EarlyFiles } from './early-files.ts'
import { madeFiles } from '#build/made-files.ts'

let dist = ''
const told: string[] = []
let early: EarlyFiles
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'warta-early-'))
  onTestFinished(() => rmSync(dist, { recursive: true }))
  told.length = 0
  const made = madeFiles()
  made.early.on('some', (files) => told.push(`some ${files.length}`))
  made.early.on('pages', () => told.push('pages'))
  early = new EarlyFiles({
    dist,
    made,
    settle: (files) => told.push(`settle ${files.length}`),
    allFiles: () => [],
    anew: () => [],
  })
})
const write = (file: string) => writeFileSync(join(dist, file), 'made')

test('all pages are told of as soon as the last one is written, for which endpoints wait', async () => {
  early.expect(2)
  early.add('a.html', true)
  early.add('b.html', true)
  const endpoint = vi.fn()
  const waiting = early.pages().then(endpoint)
  write('b.html')
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(told).toEqual([])
  expect(endpoint).not.toHaveBeenCalled()
  write('a.html')
  await waiting
  expect(told).toEqual(['settle 2', 'pages'])
  early.end()
  expect(told).toHaveLength(2)
})

test('where one is never written, they are told of when all is done', () => {
  early.expect(1)
  early.add('a.html', true)
  early.end()
  expect(told).toEqual(['settle 1', 'pages'])
})

test('of many, some are told of before, if they are written', () => {
  early.expect(1000)
  for (let i = 0; i < 600; i++) {
    if (i !== 7) write(`${i}.html`)
    early.add(`${i}.html`, true)
  }
  expect(told).toEqual(['settle 249', 'some 249'])
})

test('where there are no pages, nobody waits', async () => {
  early.expect(0)
  await early.pages()
  early.add('rss.xml', false)
  early.end()
  expect(told).toEqual([])
})

import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { WrittenFiles } from './written-files.ts'

let dist = ''
const told: string[] = []
let written: WrittenFiles
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'warta-written-'))
  onTestFinished(() => rmSync(dist, { recursive: true }))
  told.length = 0
  written = new WrittenFiles({
    dist,
    onFiles: (files) => told.push(`files ${files.length}`),
    onPages: (files) => told.push(`pages ${files.length}`),
  })
})
const write = (file: string) => writeFileSync(join(dist, file), 'made')

test('all pages are told of as soon as the last one is written, for which endpoints wait', async () => {
  written.expect(2)
  written.add('a.html', true)
  written.add('b.html', true)
  const endpoint = vi.fn()
  const waiting = written.pages().then(endpoint)
  write('b.html')
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(told).toEqual([])
  expect(endpoint).not.toHaveBeenCalled()
  write('a.html')
  await waiting
  expect(told).toEqual(['pages 2'])
  written.end()
  expect(told).toHaveLength(1)
})

test('one that was given an older time since is written', async () => {
  written.expect(1)
  write('a.html')
  utimesSync(join(dist, 'a.html'), new Date(0), new Date(0))
  written.add('a.html', true)
  await written.pages()
  expect(told).toEqual(['pages 1'])
})

test('where one is never written, they are told of when all is done', () => {
  written.expect(1)
  written.add('a.html', true)
  written.end()
  expect(told).toEqual(['pages 1'])
})

test('of many, some are told of before, if they are written', () => {
  written.expect(1000)
  for (let i = 0; i < 600; i++) {
    if (i !== 7) write(`${i}.html`)
    written.add(`${i}.html`, true)
  }
  expect(told).toEqual(['files 249'])
})

test('where there are no pages, nobody waits', async () => {
  written.expect(0)
  await written.pages()
  written.add('rss.xml', false)
  written.end()
  expect(told).toEqual([])
})

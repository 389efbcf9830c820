import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ReleaseCopy } from './fill-release.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warta-copy-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const path = (name: string) => join(folder, name)
const write = (name: string, text: string, second: number) => {
  mkdirSync(dirname(path(name)), { recursive: true })
  writeFileSync(path(name), text)
  utimesSync(path(name), second, second)
}
const open = () => new ReleaseCopy({ built: path('built'), published: path('live'), release: path('next') })
const fill = () => open().fill()
const timeOf = (name: string) => statSync(path(name)).mtimeMs / 1000

test('what is published already keeps its time, by its bytes or its own time', () => {
  write('built/a/same-bytes.html', 'text', 200)
  write('live/a/same-bytes.html', 'text', 100)
  write('built/same-time.html', 'text', 100)
  write('live/same-time.html', 'text', 100)
  expect(fill()).toEqual(['a/same-bytes.html'])
  for (const name of ['a/same-bytes.html', 'same-time.html']) {
    expect(statSync(path(`next/${name}`)).ino).toBe(statSync(path(`live/${name}`)).ino)
    expect(timeOf(`next/${name}`)).toBe(100)
  }
  expect(timeOf('built/a/same-bytes.html')).toBe(100)
})

test('what is another, or new, is a file of its own with the time at which it was built', () => {
  write('built/other.html', 'other', 200)
  write('live/other.html', 'older', 100)
  write('built/new.html', 'new', 200)
  expect(fill()).toEqual([])
  writeFileSync(path('built/other.html'), 'built again')
  writeFileSync(path('built/new.html'), 'built again')
  expect(readFileSync(path('next/other.html'), 'utf8')).toBe('other')
  expect(readFileSync(path('next/new.html'), 'utf8')).toBe('new')
  expect([timeOf('next/other.html'), timeOf('next/new.html')]).toEqual([200, 200])
})

test('what has another name already is linked: nothing writes into it', () => {
  write('cache/a.webp', 'picture', 100)
  mkdirSync(path('built'))
  linkSync(path('cache/a.webp'), path('built/a.webp'))
  fill()
  expect(statSync(path('next/a.webp')).ino).toBe(statSync(path('cache/a.webp')).ino)
})

test('what is built no more is not there', () => {
  write('built/a.html', 'text', 100)
  write('live/gone/index.html', 'text', 100)
  fill()
  expect(readdirSync(path('next'))).toEqual(['a.html'])
})

test('what the folder holds already stays where it is the same; nothing else does', () => {
  write('built/same.html', 'text', 100)
  write('next/same.html', 'text', 100)
  write('built/other.html', 'other', 200)
  write('next/other.html', 'an older one', 200)
  write('built/time.html', 'text', 200)
  write('next/time.html', 'text', 100)
  write('built/folder/a.html', 'text', 100)
  write('next/folder', 'a file', 100)
  write('built/file', 'text', 100)
  write('next/file/a.html', 'a folder', 100)
  write('next/gone/index.html', 'text', 100)
  const { ino } = statSync(path('next/same.html'))
  fill()
  expect(statSync(path('next/same.html')).ino).toBe(ino)
  expect(readFileSync(path('next/other.html'), 'utf8')).toBe('other')
  expect(timeOf('next/time.html')).toBe(200)
  expect(readFileSync(path('next/folder/a.html'), 'utf8')).toBe('text')
  expect(readFileSync(path('next/file'), 'utf8')).toBe('text')
  expect(readdirSync(path('next')).sort()).toEqual(readdirSync(path('built')).sort())
})

test('a file that the folder shares with a published one is never written into', () => {
  write('live/a.html', 'live', 100)
  mkdirSync(path('next'))
  linkSync(path('live/a.html'), path('next/a.html'))
  write('built/a.html', 'another', 200)
  fill()
  expect(readFileSync(path('live/a.html'), 'utf8')).toBe('live')
  expect(readFileSync(path('next/a.html'), 'utf8')).toBe('another')
})

test('a folder apart stays as it is', () => {
  write('built/apart/new.html', 'text', 100)
  write('next/apart/old.html', 'text', 100)
  write('next/gone/apart/old.html', 'text', 100)
  open().fill({ excluded: ['apart', 'other'] })
  expect(readdirSync(path('next'), { recursive: true }).sort()).toEqual(['apart', 'apart/old.html'])
})

test('nothing needs to be published', () => {
  write('built/a.html', 'text', 100)
  fill()
  expect(readFileSync(path('next/a.html'), 'utf8')).toBe('text')
})

test('what is copied ahead is looked at again: what has changed, come or gone since is there', () => {
  for (const name of ['same', 'other', 'file', 'folder/a', 'gone/a']) write(`built/${name}`, 'text', 100)
  write('next/yet-to-come', 'text', 100)
  write('next/old', 'text', 100)
  const copy = open()
  expect(copy.fill({ ahead: true })).toEqual([])
  expect(readdirSync(path('next')).sort()).toEqual(
    [...readdirSync(path('built')), 'old', 'yet-to-come'].sort(),
  )
  const { ino } = statSync(path('next/yet-to-come'))
  write('built/other', 'TEXT', 100.5)
  write('built/yet-to-come', 'text', 100)
  write('built/new/a', 'text', 100)
  rmSync(path('built/file'))
  write('built/file/a', 'text', 100)
  for (const name of ['folder', 'gone']) rmSync(path(`built/${name}`), { recursive: true })
  write('built/folder', 'text', 100)
  copy.fill()
  const files = (name: string) => readdirSync(path(name), { recursive: true }).sort()
  expect(files('next')).toEqual(files('built'))
  expect(readFileSync(path('next/other'), 'utf8')).toBe('TEXT')
  expect(statSync(path('next/yet-to-come')).ino).toBe(ino)
})

test('a file with the time of the same published bytes is told of once', () => {
  write('built/a.html', 'text', 200)
  write('live/a.html', 'text', 100)
  const copy = open()
  expect(copy.fill({ ahead: true })).toEqual(['a.html'])
  expect(copy.fill()).toEqual([])
})

test('a folder apart is filled by itself', () => {
  write('built/a', 'text', 100)
  write('built/apart/new/a', 'text', 100)
  write('next/apart/old', 'text', 100)
  const copy = open()
  copy.fill({ ahead: true })
  write('built/a', 'TEXT', 200)
  copy.fill({ excluded: ['apart'] })
  rmSync(path('built/apart/new/a'))
  write('built/apart/new/b', 'text', 100)
  copy.fill({ within: 'apart' })
  expect(readdirSync(path('next'), { recursive: true }).sort()).toEqual([
    'a',
    'apart',
    'apart/new',
    'apart/new/b',
  ])
})

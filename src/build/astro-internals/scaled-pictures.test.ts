import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { putScaledPicture } from './scaled-pictures.ts'

let workspace = ''
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'warta-pictures-'))
})
afterEach(() => rmSync(workspace, { recursive: true }))

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(workspace, path)), { recursive: true })
  writeFileSync(join(workspace, path), text)
}
const put = () => putScaledPicture(workspace, '_astro/a.webp')

test('one that is kept stands in the output as the same file, in the place of a copy', () => {
  write('assets/a.webp', 'picture')
  expect(put()).toBe(true)
  write('dist/_astro/b.webp', 'a copy')
  write('assets/b.webp', 'a copy')
  expect(putScaledPicture(workspace, '_astro/b.webp')).toBe(true)
  for (const name of ['a.webp', 'b.webp']) {
    expect(statSync(join(workspace, 'dist/_astro', name)).ino).toBe(
      statSync(join(workspace, 'assets', name)).ino,
    )
  }
  expect(put()).toBe(true)
  expect(readdirSync(join(workspace, 'dist/_astro'))).toEqual(['a.webp', 'b.webp'])
})

test('one that is not kept, or is of another host, is Astro’s to make', () => {
  expect(put()).toBe(false)
  write('dist/_astro/a.webp', 'Astro’s')
  write('assets/a.webp', 'picture')
  write('assets/a.webp.json', '{"expires": 0}')
  expect(put()).toBe(false)
  expect(readFileSync(join(workspace, 'dist/_astro/a.webp'), 'utf8')).toBe('Astro’s')
})

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DiskLedger } from './disk-ledger.ts'
import { NewFiles } from './new-files.ts'
import { ProgressBar } from './progress-bar.ts'
import { Report } from './report.ts'

function ledger(): DiskLedger {
  const made = new DiskLedger()
  onTestFinished(() => made.close())
  return made
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'warta-import-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

function report(): Report {
  const made = new Report(ledger())
  const settled = [{ what: 'dead links', kind: 'deadLinks', of: ['/a/', '/b/'] }] as never
  made.add({
    kind: 'article',
    id: '7',
    title: 'Flood',
    outcome: 'imported',
    file: 'articles/flood.md',
    notes: ['a note'],
    settled,
  })
  made.add({
    kind: 'article',
    id: '8',
    title: 'Cup',
    outcome: 'already here',
    file: 'articles/cup.md',
    settled,
  })
  made.add({ kind: 'revision', id: '', title: '', outcome: 'skipped', why: 'older' })
  made.notes.push('on the whole')
  return made
}

test('a report is a line a thing, and below it its notes', () => {
  expect([...report().lines()]).toEqual([
    'imported     articles/flood.md, article 7 "Flood"',
    '               a note',
    '               dead links: /a/, /b/',
    'already here articles/cup.md, article 8 "Cup"',
    '               dead links: /a/, /b/',
    'skipped      revision: older',
    'on the whole',
  ])
})

test('it counts what became of each kind, and what was wrong at the old site', () => {
  const made = report()
  expect(
    ['imported', 'already here', 'skipped'].map((outcome) => made.counts(outcome as 'imported')),
  ).toEqual(['1 × article', '1 × article', '1 × revision'])
  expect(made.settled()).toEqual(['4 × dead links'])
  expect(new Report(ledger()).counts('imported')).toBe('nothing')
})

test('it is saved as JSON with what else there is to say', async () => {
  const file = join(await folder(), 'report.json')
  await report().save(file, { from: 'export.xml' })
  const { from, notes, items } = JSON.parse(await readFile(file, 'utf8'))
  expect([from, notes, items.length]).toEqual(['export.xml', ['on the whole'], 3])
})

test('a file is written where there is none, and no file is changed', async () => {
  const root = await folder()
  const files = new NewFiles(root, false, ledger())
  expect(files.write('articles/a.md', 'one')).toBe(true)
  expect(files.write('articles/a.md', 'one')).toBe(true)
  expect(files.write('articles/a.md', 'two')).toBe(false)
  expect(await readFile(join(root, 'articles/a.md'), 'utf8')).toBe('one')
  expect(files.copy(join(root, 'articles/a.md'), 'b/b.md')).toBe(true)
  expect(files.copy(join(root, 'b/b.md'), 'articles/a.md')).toBe(true)
  expect([...files.written]).toEqual(['articles/a.md', 'b/b.md'])
})

test('in a dry run nothing is written, and the same is told', async () => {
  const root = await folder()
  new NewFiles(root, false, ledger()).write('a.md', 'one')
  const files = new NewFiles(root, true, ledger())
  expect(['a.md', 'b.md'].map((path) => files.write(path, 'two'))).toEqual([false, true])
  expect(files.write('a.md', 'one')).toBe(true)
  await expect(readFile(join(root, 'b.md'))).rejects.toThrow('ENOENT')
})

test.each(['../a.md', 'a/../../b.md'])('%s lies outside, and is refused', async (path) => {
  const files = new NewFiles(await folder(), false, ledger())
  expect(() => files.write(path, 'x')).toThrow(`"${path}" lies outside of the newsroom.`)
})

test('a bar fills on a terminal, and is silent elsewhere', () => {
  const shown = (isTTY: boolean) => {
    const written: string[] = []
    const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream
    const bar = new ProgressBar(stream)
    bar.start('Reading', 10)
    bar.add(5, 'a.xml')
    // Within a tenth of a second it is not drawn again.
    bar.add(1)
    bar.start('Writing', 0)
    bar.add(7)
    bar.end()
    return written.map((text) => text.replace('\r\u{1b}[2K', ''))
  }
  expect(shown(false)).toEqual([])
  expect(shown(true)).toEqual([
    `Reading ${'█'.repeat(15)}${'░'.repeat(15)} 50 % a.xml`,
    `Writing ${'█'.repeat(30)} 100 % `,
    '',
  ])
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkNewsroom } from '#desk/check.ts'
import type { NewsroomFolder } from '#desk/folder.ts'
import { isError } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { SITE, temporaryNewsroom } from '../../../../tests/support/temporary-newsroom.ts'
import { DiskLedger } from '../disk-ledger.ts'
import { importSystem } from '../import-system.ts'
import { folder } from './folder.ts'

async function imported(newsroom: NewsroomFolder, from: string) {
  const ledger = new DiskLedger()
  try {
    const old = await folder.open({ files: [from], values: {}, site: SITE, ledger })
    const options = { media: undefined, dryRun: false, keepUploads: false }
    const { report, written, fault } = await importSystem(old, newsroom, SITE, options, ledger)
    return { said: [...report.lines()].join('\n'), written: [...written], fault: fault?.message }
  } finally {
    ledger.close()
  }
}

test('a folder of records moves in, and a second time nothing is written', async () => {
  const newsroom = await temporaryNewsroom({})
  const { said, written } = await imported(newsroom, 'tests/fixtures/folder')
  expect(said).toContain('articles.csv:5 "date" is no date')
  expect(written).toContain('src/content/pages/about.md')
  const text = await readFile(join(newsroom.root, 'articles/2016/05/the-dam-holds/index.md'), 'utf8')
  for (const part of [
    '  - /index.php?option=com_content&id=7\n  - /news/7-dam.html\n  - /dam\n',
    '  - rini\n  - joko',
    '[pump](/water/8-pump/)',
    '![The dam](./dam.png)',
  ])
    expect(text).toContain(part)
  expect((await checkNewsroom(await readNewsroom(newsroom), SITE)).filter(isError)).toEqual([])
  expect((await imported(newsroom, 'tests/fixtures/folder')).written).toEqual([])
})

test.each([
  [
    'articles.jsonl',
    '{"title":"A","html":"<p>a</p>"}\n{"title":"B","html":"<p>b</p>","colour":1}\n{"title":',
    'line 3, column 1: the record that begins here has no end.',
    ':2 there is no field "colour"',
  ],
  [
    'articles.json',
    '[{"title":"A","html":"<p>a</p>"},\n{"title":A}]',
    'line 2, column 1: this record is no JSON',
    '',
  ],
  ['articles.csv', 'title,html\nA,<p>a</p>\nB,b,c\n', 'line 3, column', ''],
])(
  'what is wrong in %s is named by its line, and what came before is imported',
  async (name, content, fault, message) => {
    const newsroom = await temporaryNewsroom({ [`old/${name}`]: content })
    const result = await imported(newsroom, join(newsroom.root, 'old'))
    expect(result.fault).toContain(fault)
    expect(result.said).toContain(message)
    expect(result.written.filter((file) => file.endsWith('.md'))).toHaveLength(1)
  },
)

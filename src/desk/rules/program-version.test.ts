import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemAt, temporaryNewsroom } from '../../../tests/support/temporary-newsroom.ts'
import { otherVersions } from './program-version.ts'

const RUNNING = { version: '0.2.0', folder: import.meta.dirname, isCheckout: false }

async function rootWith(asked: string, installed?: string): Promise<string> {
  const { root } = await temporaryNewsroom({
    'package.json': `{\n  "name": "paper",\n  "dependencies": { "warta": "${asked}" }\n}\n`,
    ...(installed && {
      'node_modules/warta/package.json': `{ "name": "warta", "version": "${installed}" }`,
    }),
  })
  return root
}

test.each([
  '^0.2.0',
  '0.2.0',
  '>=0.1 <1',
  '*',
  'file:./vendor/warta.tgz',
  'github:warta/warta#main',
  'latest',
])('nothing is said of a program that fits "%s"', async (asked) => {
  expect(otherVersions(await rootWith(asked), RUNNING)).toEqual([])
  expect(otherVersions(await rootWith(asked, '0.2.0'), RUNNING)).toEqual([])
})

test.each(['^0.3.0', '^0.1.4', '0.2.1', '1.x'])('"%s" is not what runs', async (asked) => {
  const root = await rootWith(asked, '0.2.0')
  const problem = {
    ...{ file: 'package.json', line: 3, column: 1 },
    message: `this outlet asks for warta ${asked}, and 0.2.0 is what runs here. Install what it asks for: npm install`,
  }
  expect(otherVersions(root, RUNNING)).toEqual([problem])
  expect(otherVersions(root, { ...RUNNING, isCheckout: true })).toEqual([{ ...problem, severity: 'warning' }])
})

test('another version that is installed for the outlet is named', async () => {
  const root = await rootWith('^0.2.0', '0.2.7')
  expect(otherVersions(root, RUNNING)).toEqual([
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringContaining(
        `warta 0.2.7 is installed for this outlet (${join(root, 'node_modules/warta')})`,
      ),
    }),
  ])
})

test('a newsroom without packages, or of a checkout, is asked nothing', async () => {
  expect(otherVersions(await rootWith('1.0.0'), RUNNING)).toEqual([])
  const { root } = await temporaryNewsroom({ 'articles/a.md': '' })
  expect(otherVersions(root, RUNNING)).toEqual([])
})

test.each([
  ['a comma too many', '{\n  "dependencies": { "warta": "^0.2.0", }\n}', '2:40'],
  ['a merge that was left open', '{\n<<<<<<< HEAD\n  "name": "x"\n}', '2:1'],
  ['half a file', '{\n  "name": "x",\n', '3:1'],
  ['nothing', '', '1:1'],
])('a package.json that is no JSON is told at its place: %s', async (_case, text, place) => {
  const { root } = await temporaryNewsroom({ 'package.json': text })
  expect(otherVersions(root, RUNNING)).toEqual([problemAt(`package.json:${place}`, 'This is no JSON: ')])
})

test.each([
  'null',
  '[]',
  '"x"',
  '{ "dependencies": null }',
  '{ "dependencies": { "warta": 2 } }',
  '\uFEFF{}',
])('one that asks for no version: %s', async (text) => {
  const { root } = await temporaryNewsroom({ 'package.json': text })
  expect(otherVersions(root, RUNNING)).toEqual([])
})

import { expect, test } from 'vitest'
import { siteWith } from '../../../tests/support/newsroom.ts'
import { problemAt, problemsOf, STAFF } from '../../../tests/support/temporary-newsroom.ts'
import { checkNamedFiles } from './named-files.ts'

const FILES = { ...STAFF, 'public/of ours/mark.png': 'x', 'public/folder/a.png': 'x' }

test.each(['/of%20ours/mark.png', '/folder/a.png', '/logo.png'])('%s is there, or is drawn', async (logo) => {
  expect(await problemsOf(checkNamedFiles, FILES, siteWith({ publisher: { logo } }))).toEqual([])
})

test.each(['/mark.png', '/folder', '/folder/a.PNG'])('%s is not there', async (card) => {
  expect(await problemsOf(checkNamedFiles, FILES, siteWith({ publisher: { card } }))).toEqual([
    problemAt('src/site.config.ts:1:1', `publisher.card: there is no file public${card}`),
  ])
})

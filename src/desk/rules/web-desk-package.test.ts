import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { siteWith } from '../../../tests/support/newsroom.ts'
import { problemAt, problemsOf, STAFF } from '../../../tests/support/temporary-newsroom.ts'
import { checkWebDeskPackage, missingPackage } from './web-desk-package.ts'

const webDesk = { backend: 'github', repo: 'outlet/news' } as const
/** Where no packages are around. */
const ELSEWHERE = join(tmpdir(), 'warta/module.ts')

test('a desk whose package is installed is sound, and so is an outlet without a desk', async () => {
  expect(await problemsOf(checkWebDeskPackage, STAFF, siteWith({ webDesk }))).toEqual([])
  expect(await problemsOf((files) => missingPackage(files, siteWith({}), ELSEWHERE), STAFF)).toEqual([])
})

test('a desk whose package is missing is told, with the command that installs it', async () => {
  const site = siteWith({ webDesk })
  expect(await problemsOf((files) => missingPackage(files, site, ELSEWHERE), STAFF)).toEqual([
    problemAt('src/site.config.ts:1:1', 'npm install --save-prod "@sveltia/cms@^0.'),
  ])
})

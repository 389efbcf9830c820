import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE_FILES } from '#desk/sample-files.ts'
import { sampleFilesIn } from '../../tools/sample-files.ts'
import { build, projectEnv } from '../support/build.ts'
import { checkOut } from '../support/checkout.ts'

const CHECKOUT = resolve('.cache/test/afresh')
const FLAGS = ['--yes', '--name', 'Kabar Uji', '--url', 'https://kabaruji.id/', '--locale', 'en']

test('the list of the sample’s files is that of this checkout: npm run sample-files writes it anew', () => {
  expect(SAMPLE_FILES).toEqual(sampleFilesIn(process.cwd()))
})

function news(...args: string[]) {
  return promisify(execFile)(process.execPath, ['src/cli/news.ts', ...args], {
    cwd: CHECKOUT,
    env: projectEnv(),
  })
}

describe('a checkout that starts afresh', () => {
  const changed = 'src/content/pages/contact.md'
  let said: string

  beforeAll(async () => {
    await checkOut(CHECKOUT)
    await appendFile(join(CHECKOUT, changed), '\nOur own sentence.\n')
    await writeFile(join(CHECKOUT, 'articles/own.txt'), 'a note of our own')
    said = (await news('start-afresh', ...FLAGS)).stdout
  })

  test('loses every file of the sample but those that were changed, which are named', () => {
    const now = sampleFilesIn(CHECKOUT)
    expect(Object.entries(SAMPLE_FILES).filter(([file, digest]) => now[file] === digest)).toEqual([])
    expect(readFileSync(join(CHECKOUT, changed), 'utf8')).toContain('Our own sentence.')
    expect(said).toContain(`  ${changed}\n`)
    expect(readdirSync(join(CHECKOUT, 'articles')).sort()).toContain('own.txt')
    expect(readdirSync(join(CHECKOUT, 'articles'))).toHaveLength(2)
  })

  test('has an outlet of that name in its place, with icons of its own', async () => {
    expect(await readFile(join(CHECKOUT, 'src/site.config.ts'), 'utf8')).toContain("name: 'Kabar Uji'")
    expect(await readFile(join(CHECKOUT, 'public/favicon.svg'), 'utf8')).toContain('<title>Kabar Uji</title>')
    expect(existsSync(join(CHECKOUT, 'public/social.png'))).toBe(false)
  })

  test('is told by the check what it has changed and not mended', async () => {
    const { stdout } = await news('check')
    expect(stdout).toMatch(/src\/content\/pages\/contact\.md:\d+:\d+ .*\(left-over-page\)/)
  })

  test('says that there is nothing to take out when it is asked again', async () => {
    for (const file of [changed, 'articles/own.txt']) await rm(join(CHECKOUT, file))
    await expect(news('start-afresh', ...FLAGS)).rejects.toThrow('Nothing of the sample is here')
  })

  test('is checked and built without the sample', async () => {
    expect((await news('check')).stdout).toBe('Nothing to mend.\n')
    const outDir = join(CHECKOUT, 'dist')
    const { exitCode, output } = await build({ newsroom: CHECKOUT, outDir, cwd: CHECKOUT })
    expect(exitCode, output).toBe(0)
    expect(await readFile(join(outDir, 'index.html'), 'utf8')).toContain('Kabar Uji begins today')
  })
})

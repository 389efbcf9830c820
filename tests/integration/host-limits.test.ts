import { execFile } from 'node:child_process'
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { filesIn } from '#build/files-in.ts'
import { build } from '../support/build.ts'
import { articleFile, STAFF, temporaryNewsroom } from '../support/temporary-newsroom.ts'

const SOURCE_DATE_EPOCH = String(Date.UTC(2025, 6, 10) / 1000)
const MIB = 2 ** 20

const configFor = (host: string) =>
  `export default { name: 'Kabar', tagline: 'Baru', url: 'https://kabar.test/', timeZone: 'UTC', publish: { host: '${host}' } }`

const read = (outDir: string, file: string) => readFile(join(outDir, file), 'utf8')

test('what the host would refuse is not published, and the site says how large it is', async () => {
  const { root } = await temporaryNewsroom({
    ...STAFF,
    'articles/a.md': articleFile({ tags: '[Harbour, Rare]' }),
    'articles/b.md': articleFile({ title: 'B', tags: '[Harbour]' }),
    'articles/c.md': articleFile({ title: 'C', tags: '[Harbour]' }),
    'src/site.config.ts': configFor('cloudflare-free'),
  })
  const outDir = join(root, 'site/dist')
  const publish = () => build({ newsroom: root, outDir, env: { SOURCE_DATE_EPOCH, ACCEPT_LOSS: 'true' } })

  await mkdir(join(root, 'public'))
  await writeFile(join(root, 'public/film.mp4'), 'x')
  await truncate(join(root, 'public/film.mp4'), 26 * MIB)
  const refused = await publish()
  expect(refused.exitCode).toBe(1)
  expect(refused.output).toContain(
    'Cloudflare Pages, free plan takes no file of more than 25 MiB: film.mp4 (26 MiB)',
  )
  expect(refused.output).toContain('Nothing was published')
  expect(existsSync(outDir)).toBe(false)

  await truncate(join(root, 'public/film.mp4'), 25 * MIB)
  const published = await publish()
  expect(published.exitCode, published.output).toBe(0)

  // What makes many files is left out for such a host, and nothing leads to it.
  const files = filesIn(outDir)
  expect(files.filter((file) => file.endsWith('.md'))).toEqual([])
  expect(files.filter((file) => file.startsWith('tag/'))).toEqual(['tag/harbour/index.html'])
  expect(files.filter((file) => file.endsWith('.pf_fragment'))).toHaveLength(1)
  expect(files.filter((file) => file.startsWith('cards/'))).toHaveLength(4)
  expect(await read(outDir, 'llms.txt')).toContain('(https://kabar.test/politics/a/)')
  const page = await read(outDir, 'politics/a/index.html')
  expect(page).toContain('/tag/harbour/')
  expect(page).toMatch(/<span[^>]*>\s*Rare\s*<\/span>/)
  expect(page).not.toMatch(/text\/markdown|\/tag\/rare\//)

  const env = { PATH: process.env.PATH, NEWSROOM: root, OUT_DIR: outDir, SOURCE_DATE_EPOCH }
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/news.ts', 'size'], { env })
  expect(stdout).toMatch(/^other files +\d+ files +25\.\d MiB$/m)
  expect(stdout).toMatch(/^Cloudflare Pages, free plan: \d+ of 20,000 files, at this pace met in \d+ years$/m)
})

import { execFile } from 'node:child_process'
import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { build } from '../support/build.ts'
import { articleFile, STAFF, temporaryNewsroom } from '../support/temporary-newsroom.ts'

const SOURCE_DATE_EPOCH = String(Date.UTC(2025, 6, 10) / 1000)
const MIB = 2 ** 20

const configFor = (host: string) =>
  `export default { name: 'Kabar', tagline: 'Baru', url: 'https://kabar.test/', timeZone: 'UTC', publish: { host: '${host}' } }`

test('what the host would refuse is not published, and the site says how large it is', async () => {
  const { root } = await temporaryNewsroom({
    ...STAFF,
    'articles/a.md': articleFile(),
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
  const env = { PATH: process.env.PATH, NEWSROOM: root, OUT_DIR: outDir, SOURCE_DATE_EPOCH }
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/news.ts', 'size'], { env })
  expect(stdout).toMatch(/^other files +\d+ files +25\.\d MiB$/m)
  expect(stdout).toMatch(/^Cloudflare Pages, free plan: \d+ of 20,000 files, at this pace met in \d+ years$/m)
})

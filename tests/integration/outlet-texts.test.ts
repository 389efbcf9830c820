import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, FIXTURE_EPOCH, projectEnv } from '../support/build.ts'
import { withDevServer } from '../support/dev-server.ts'
import { digestsOf, filesOf, FIXTURE, FIXTURE_BASE } from '../support/sites.ts'

/** Outside of the checkout, where only the program itself can tell what `warta/texts` is. */
let root: string
let newsroom: string
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'warta-texts-')))
  newsroom = join(root, 'news')
  await cp(FIXTURE, newsroom, { recursive: true })
  const config = join(newsroom, 'src/site.config.ts')
  await writeFile(config, (await readFile(config, 'utf8')).replace("locale: 'en'", "locale: 'ms'"))
})
afterAll(() => rm(root, { recursive: true }))

const env = { SOURCE_DATE_EPOCH: FIXTURE_EPOCH }

/** What `news` prints, whether it succeeds or not. */
async function news(...args: string[]): Promise<string> {
  return newsOf(newsroom, ...args)
}

async function newsOf(folder: string, ...args: string[]): Promise<string> {
  const options = { env: { ...projectEnv(), ...env, NEWSROOM: folder } }
  const done = promisify(execFile)(process.execPath, [resolve('src/cli/news.ts'), ...args], options)
  const { stdout, stderr } = await done.catch((error: { stdout: string; stderr: string }) => error)
  return stdout + stderr
}

/** The site as it is built with these caches; its output is in a folder of their name. */
async function buildWith(caches: string): Promise<string> {
  const outDir = join(root, `site-${caches}`)
  const { exitCode, output } = await build({
    newsroom,
    outDir,
    env: { ...env, CACHE_DIR: join(root, caches) },
  })
  expect(exitCode, output).toBe(0)
  return outDir
}

async function pagesWith(outDir: string, words: string): Promise<string[]> {
  const pages = (await filesOf(outDir)).filter((file) => file.endsWith('.html'))
  const found = await Promise.all(
    pages.map(async (page) => (await readFile(join(outDir, page), 'utf8')).includes(words)),
  )
  return pages.filter((_, i) => found[i])
}

async function say(text: string) {
  const file = join(newsroom, 'src/texts/ms.ts')
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace(/^ {2}(\/\/ )?menu: .*$/m, `  menu: '${text}',`),
  )
}

test('a language joins by a file, and a changed text makes every page anew that shows it', async () => {
  expect(await news('check')).toContain(
    'there are no texts in Malay. Start src/texts/ms.ts by: npm run news -- texts ms',
  )
  expect(await news('texts', 'ms')).toContain('src/texts/ms.ts is there')
  await say('Pilihan')
  expect(await news('check')).toMatch(
    /src\/texts\/ms\.ts:\d+:\d+ \d+ texts are missing, and appear in English: skipToContent, /,
  )
  expect(await news('texts', 'ms')).not.toContain('// menu:')

  const outDir = await buildWith('caches')
  const pages = await pagesWith(outDir, 'id="content"')
  expect(await pagesWith(outDir, '<html lang="ms"')).toEqual(expect.arrayContaining(pages))
  expect(pages.length).toBeGreaterThan(20)
  expect(await pagesWith(outDir, 'Pilihan')).toEqual(pages)
  expect(await pagesWith(outDir, 'Skip to content')).toEqual(pages)

  await say('Senarai')
  expect(await buildWith('caches')).toBe(outDir)
  expect(await pagesWith(outDir, 'Pilihan')).toEqual([])
  expect(await pagesWith(outDir, 'Senarai')).toEqual(pages)
  expect(await digestsOf(outDir)).toEqual(await digestsOf(await buildWith('others')))
})

test('a mistake in the texts stops a build at its place', async () => {
  const file = join(newsroom, 'src/texts/jv.ts')
  await writeFile(file, `export default {\n  moreFrom: 'Liyane',\n}\n`)
  const { exitCode, output } = await build({ newsroom, outDir: join(root, 'refused'), env })
  await rm(file)
  expect(exitCode).toBe(1)
  expect(output).toContain('src/texts/jv.ts:2:13 "moreFrom" lacks {section}')
})

test('a new outlet in such a language begins with English texts to be translated', async () => {
  const folder = join(root, 'paper')
  const outlet = ['--yes', '--url', 'https://kabaruji.id', '--locale', 'ms']
  expect(await newsOf(folder, 'create', folder, ...outlet)).toContain('npm install')
  expect(await newsOf(folder, 'check')).toMatch(
    /^1 warning in 1 file.*\n.*src\/texts\/ms\.ts:\d+:\d+ \d+ texts are missing/,
  )
})

test('an author at work sees a changed text', () =>
  withDevServer(newsroom, { ...env, CACHE_DIR: join(root, 'desk') }, async (url) => {
    const page = async () => (await fetch(`${url}${FIXTURE_BASE}city/`)).text()
    await say('Senarai')
    await expect.poll(page).toContain('Senarai')
    await say('Daftar')
    await expect.poll(page).toContain('Daftar')
  }))

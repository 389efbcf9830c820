import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { articleFile, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { run } from './move-out.ts'

const CONFIG = `import { defineSite } from '#domain/site.ts'

export default defineSite({ name: 'Kabar Uji', tagline: 'N', url: 'https://kabaruji.id/', locale: 'id' })
`

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'warta-move-out-'))
  vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(root, { recursive: true })
})

async function checkout(files: Record<string, string> = {}) {
  const newsroom = await temporaryNewsroom({
    ...STAFF,
    'src/site.config.ts': CONFIG,
    'src/texts/ms.ts': 'export default {}\n',
    'public/robots-note.txt': 'ours',
    'src/components/chrome/Footer.astro': '<p>changed</p>',
    'articles/2024/01/first.md': articleFile({}),
    ...files,
  })
  vi.stubEnv('NEWSROOM', newsroom.root)
  return newsroom.root
}

const folder = () => join(root, 'my-paper')
const text = (file: string) => readFileSync(join(folder(), file), 'utf8')

test("the outlet's own files come along, and the program as a package", async () => {
  const from = await checkout()
  expect(await run([folder(), '--warta', '1.0.0', '--host', 'server'])).toBe(0)
  expect(text('src/site.config.ts')).toBe(CONFIG.replace('#domain/site.ts', 'warta/site'))
  for (const file of ['articles/2024/01/first.md', 'public/robots-note.txt', 'src/texts/ms.ts'])
    expect(text(file)).toBe(readFileSync(join(from, file), 'utf8'))
  expect(JSON.parse(text('package.json'))).toMatchObject({
    name: 'kabar-uji',
    dependencies: { warta: '1.0.0' },
    warta: { upgradedTo: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string },
  })
  expect(text('astro.config.mjs')).toBe("export { default } from 'warta/astro.config'\n")
  expect(existsSync(join(folder(), 'src/components'))).toBe(false)
  expect(readFileSync(join(from, 'src/site.config.ts'), 'utf8')).toBe(CONFIG)
})

test('an outlet with mistakes comes along with them, and they are told', async () => {
  await checkout({ 'articles/2024/01/second.md': articleFile({ category: 'none' }) })
  expect(await run([folder(), '--warta', '1.0.0'])).toBe(1)
  expect(vi.mocked(console.log).mock.calls.join('\n')).toContain('articles/2024/01/second.md')
})

test.each([
  ['no folder', () => [], 'Name one folder'],
  ['a host that is none', () => [folder(), '--host', 'geocities'], '--host is "geocities"'],
  ['a folder that holds something', () => [root], 'is not empty'],
])('%s is told, and nothing is written', async (_, args, message) => {
  await checkout()
  writeFileSync(join(root, 'there.txt'), '')
  await expect(run(args())).rejects.toThrow(message)
  expect(existsSync(folder())).toBe(false)
})

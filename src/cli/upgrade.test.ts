import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { run } from './upgrade.ts'

const CHANGELOG = `## 0.3.0

### To do when upgrading

- \`pageSize.lists\` is \`pageSize.list\`.

## 0.2.0

### To do when upgrading

- Long done.
`
const PROGRAM = {
  version: '0.3.0',
  changelog: CHANGELOG,
  renamed: [{ since: '0.3.0', within: ['pageSize'], from: 'lists', to: 'list' }],
}
const CONFIG = `export default {
  name: 'W', tagline: 'N', url: 'https://w.example/',
  pageSize: { lists: 3 },
}
`

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function outlet(warta: unknown, config = CONFIG) {
  const { root } = await temporaryNewsroom({
    ...STAFF,
    'src/site.config.ts': config,
    'package.json': JSON.stringify({ name: 'kabar', warta }),
  })
  vi.stubEnv('NEWSROOM', root)
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  return {
    text: (file: string) => readFileSync(join(root, file), 'utf8'),
    run: async (...args: string[]) => {
      log.mockClear()
      const code = await run(args, PROGRAM)
      return { code, said: log.mock.calls.join('\n') }
    },
  }
}

test('what is asked for and what does not fit is told, and nothing is written', async () => {
  const { run, text } = await outlet({ upgradedTo: '0.2.0' })
  const { code, said } = await run('--check')
  expect(code).toBe(1)
  expect(said).toContain('From version 0.2.0 to 0.3.0:')
  expect(said).toContain('0.3.0  `pageSize.lists` is `pageSize.list`.')
  expect(said).not.toContain('Long done')
  expect(said).toContain('src/site.config.ts:3:22 "pageSize.lists" is not a setting.')
  expect(text('src/site.config.ts')).toBe(CONFIG)
})

test('an upgrade renames, records the version, and has nothing to do the next time', async () => {
  const { run, text } = await outlet({ upgradedTo: '0.2.0' })
  const { code, said } = await run()
  expect(said).toContain('renamed  pageSize.lists -> pageSize.list in src/site.config.ts')
  expect(code).toBe(0)
  expect(text('src/site.config.ts')).toBe(CONFIG.replace('lists', 'list'))
  expect(JSON.parse(text('package.json'))).toEqual({ name: 'kabar', warta: { upgradedTo: '0.3.0' } })
  expect(await run('--check')).toMatchObject({ code: 0 })
})

test('what it cannot mend stays told, and the version is not recorded', async () => {
  const { run, text } = await outlet({ upgradedTo: '0.2.0' }, CONFIG.replace('name:', 'nmae:'))
  expect(await run()).toMatchObject({
    code: 1,
    said: expect.stringContaining('"nmae" is not a setting') as string,
  })
  expect(JSON.parse(text('package.json'))).toMatchObject({ warta: { upgradedTo: '0.2.0' } })
})

test.each([
  ['a version that is not recorded', undefined, [], 'is not recorded in its package.json'],
  [
    'an older program',
    { upgradedTo: '0.4.0' },
    ['--check'],
    'made for version 0.4.0, and the installed one is 0.3.0',
  ],
  ['a version that is none', undefined, ['--from', 'last'], '--from is "last", but must be a version'],
])('%s is told', async (_, warta, args, message) => {
  const { run } = await outlet(warta)
  await expect(run(...args)).rejects.toThrow(message)
})

import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'

// In a process of its own: Vite, by which tests load modules, does not look at it.
test('a package.json that is no JSON, beside which Node loads no settings, is told at its place', async () => {
  const { root } = await temporaryNewsroom({
    'package.json': '{\n  "name": "harian",\n<<<<<<< HEAD\n  "dependencies": {}\n}\n',
    'src/site.config.ts': "export default { name: 'W', tagline: 'N', url: 'https://w.example/' }",
  })
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/news.ts', 'check'], {
    env: { ...process.env, NEWSROOM: root },
    encoding: 'utf8',
  })
  expect(stdout + stderr).toContain('package.json:3:1 This is no JSON: ')
  expect(stdout + stderr).not.toContain('cannot be loaded')
  expect(status).toBe(1)
})

import { stripVTControlCharacters } from 'node:util'
import { expect, test, vi } from 'vitest'
import pageLog from './page-log.js'

test('each page has a line, whenever it is done; pictures have none', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const log = pageLog({})
  const tell = (message: string, newLine: boolean, label: string | null = null) =>
    log.write({ level: 'info', label, message, newLine } as Parameters<typeof log.write>[0])
  tell('  \u001B[34m├─\u001B[39m \u001B[2m/a/index.html\u001B[22m', false)
  tell('  ├─ /b/index.html', false)
  tell(' \u001B[2m(+3ms)\u001B[22m ', true, 'SKIP_FORMAT')
  tell(' (+1.20s) ', true, 'SKIP_FORMAT')
  tell('  ▶ /_astro/a.webp (reused cache entry) (+1ms) (1/2)', true)
  tell('✓ Completed in 4ms.', true)
  const told = write.mock.calls.map(([text]) =>
    stripVTControlCharacters(String(text)).slice('12:34:56 '.length),
  )
  write.mockRestore()
  expect(told).toEqual(['  ├─ /a/index.html\n', '  ├─ /b/index.html\n', '✓ Completed in 4ms.\n'])
})

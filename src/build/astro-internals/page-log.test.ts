import { stripVTControlCharacters } from 'node:util'
import { expect, test, vi } from 'vitest'
import pageLog from './page-log.js'

type Tell = (message: string, newLine: boolean, label?: string | null) => void

/** What is written of what the log is told. */
function written(happen: (tell: Tell) => void): string[] {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const log = pageLog({})
  happen((message, newLine, label = null) =>
    log.write({ level: 'info', label, message, newLine } as Parameters<typeof log.write>[0]),
  )
  const told = write.mock.calls.map(([text]) =>
    stripVTControlCharacters(String(text)).slice('12:34:56 '.length),
  )
  write.mockRestore()
  return told
}

test('each page has a line, whenever it is done; pictures have none', () => {
  const told = written((tell) => {
    tell('  \u001B[34m├─\u001B[39m \u001B[2m/a/index.html\u001B[22m', false)
    tell('  ├─ /b/index.html', false)
    tell(' \u001B[2m(+3ms)\u001B[22m ', true, 'SKIP_FORMAT')
    tell(' (+1.20s) ', true, 'SKIP_FORMAT')
    tell('  ▶ /_astro/a.webp (reused cache entry) (+1ms) (1/2)', true)
    tell('✓ Completed in 4ms.', true)
  })
  expect(told).toEqual(['  ├─ /a/index.html\n', '  ├─ /b/index.html\n', '✓ Completed in 4ms.\n'])
})

test('of many pages most have none', () => {
  const told = written((tell) => {
    for (let page = 1; page <= 2500; page++) tell(`  ├─ /${page}/index.html`, false)
  })
  expect(told).toHaveLength(1001)
  expect(told.slice(999)).toEqual(['  ├─ /1000/index.html\n', '  ├─ /2000/index.html, the 2000th\n'])
})

test('of an empty collection nothing is said, of other warnings all', () => {
  const told = written((tell) => {
    tell(
      'The collection "series" does not exist or is empty. Please check your content config file for errors.',
      true,
    )
    tell('The entry "x" does not exist or is empty', true)
  })
  expect(told).toEqual(['The entry "x" does not exist or is empty\n'])
})

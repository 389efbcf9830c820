import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { programComponents } from '#desk/program-components.ts'
import { importsByName } from './imports-by-name.ts'

test.each([
  [`import Icon from './Icon.astro'`, `import Icon from '#components/chrome/Icon.astro'`],
  [`import Icon from "../listing/Card.astro"`, `import Icon from "#components/listing/Card.astro"`],
  [`import '../../styles/print.css'`, `import '#styles/print.css'`],
  [`await import('./menu.ts')`, `await import('#components/chrome/menu.ts')`],
  [`export { a } from './a.ts'`, `export { a } from '#components/chrome/a.ts'`],
  [`import { t } from '#i18n/chrome.ts'`, `import { t } from '#i18n/chrome.ts'`],
  [`import x from 'package'`, `import x from 'package'`],
])('%s', (written, named) => {
  expect(importsByName(written, 'src/components/chrome/Footer.astro')).toBe(named)
})

test('each component of the program can be copied: every import is by a name that leads to a file', () => {
  for (const { path, file } of programComponents().values()) {
    const copy = importsByName(readFileSync(path, 'utf8'), file)
    expect(copy).not.toMatch(/(from|import)\s*\(?['"]\./)
    for (const [, module = ''] of copy.matchAll(/from '#([^'?]+)/g))
      expect(existsSync(`src/${module}`), `${file}: ${module}`).toBe(true)
  }
})

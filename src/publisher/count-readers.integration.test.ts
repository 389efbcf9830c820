import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articleFile, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { countReaders } from './count-readers.ts'

const CONFIG = `import { defineSite } from 'warta/site'
export default defineSite({ name: 'Kabar', tagline: 'Uji', url: 'https://kabar.test/' })
`
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const visit = (second: number) =>
  `192.0.2.${second} - - [05/Jul/2025:10:00:0${second} +0700] "GET /politics/x/ HTTP/1.1" 200 512 "-" "${AGENT}"\n`

test('what was read since is counted, in a process of its own, and only what is new is told', async () => {
  const { root, readership } = await temporaryNewsroom({
    ...STAFF,
    'src/site.config.ts': CONFIG,
    'articles/2025/07/x.md': articleFile(),
    'access.log': visit(1),
  })
  const log = join(root, 'access.log')
  const kept = join(root, 'kept/readership.json')
  const lines: string[] = []
  const count = (logs = [log]) =>
    countReaders({
      ...{ logs, newsroom: root, readership, kept },
      env: { PATH: process.env.PATH },
      log: ({ message }) => lines.push(message),
    })
  expect(await count()).toBe(true)
  expect(JSON.parse(readFileSync(kept, 'utf8')).articles.x).toEqual({ '2025-07-05T03:00:00Z': 1 })
  expect(await count()).toBe(false)
  appendFileSync(log, visit(2))
  expect(await count()).toBe(true)
  expect(JSON.parse(readFileSync(readership, 'utf8')).articles.x).toEqual({ '2025-07-05T03:00:00Z': 2 })

  expect(await count([join(root, 'rotated-away.log')])).toBe(false)
  expect(lines).toEqual([])
  writeFileSync(log, 'no log at all\n')
  expect(await count()).toBe(false)
  expect(lines).toEqual([expect.stringContaining('The access log was not counted: ')])
  expect(existsSync(readership)).toBe(true)
})

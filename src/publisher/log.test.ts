import { expect, test } from 'vitest'
import { type LogLine, logTo } from './log.ts'

const NOW = Date.parse('2026-11-30T12:00Z')
const logged = (line: LogLine, format: 'text' | 'json' = 'text', secrets: string[] = []) => {
  const lines: string[] = []
  logTo((one) => lines.push(one), { format, secrets, now: () => NOW })(line)
  return lines
}

test('a line each, and further ones indented', () => {
  expect(logged({ level: 'warning', message: 'refused:\narticles/x.md:6:9 no' })).toEqual([
    '2026-11-30T12:00:00.000Z warning refused:\n  articles/x.md:6:9 no',
  ])
})

test('as JSON, with its data', () => {
  const [line = ''] = logged({ level: 'info', message: 'published', data: { seconds: 1.5 } }, 'json')
  expect(JSON.parse(line)).toEqual({
    time: '2026-11-30T12:00:00.000Z',
    level: 'info',
    message: 'published',
    seconds: 1.5,
  })
})

test('nothing in a message makes a line of its own', () => {
  const forged = 'a commit\r2026-11-30T12:00:00.000Z info published\u001b[2J\u2028x'
  expect(logged({ level: 'info', message: forged })[0]).not.toMatch(/[\p{Cc}\u2028]/u)
  expect(logged({ level: 'info', message: `x\n${forged}` }, 'json')[0]).not.toMatch(/\p{Cc}/u)
})

test.each(['text', 'json'] as const)('no secret is in it, as %s', (format) => {
  const [line] = logged(
    { level: 'error', message: 'https://hooks.example/T0/hunter2 said no', data: { x: 'hunter2' } },
    format,
    ['hunter2'],
  )
  expect(line).not.toContain('hunter2')
})

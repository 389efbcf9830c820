import { readFile } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { articleFile, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { run as due } from './due.ts'
import { run } from './breaking.ts'

const NEWSROOM = {
  ...STAFF,
  'src/site.config.ts':
    "export default { name: 'W', tagline: 'N', url: 'https://w.example/', timeZone: 'Asia/Jayapura' }",
  'articles/the-story.md': articleFile({ publishedAt: '2025-07-04' }),
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A desk at 22:13 in Jayapura, whose file is as given. */
async function desk(file?: string) {
  const folder = await temporaryNewsroom(
    file === undefined ? NEWSROOM : { ...NEWSROOM, 'src/content/breaking.yml': file },
  )
  vi.stubEnv('NEWSROOM', folder.root)
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 4, 13, 13) / 1000))
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const say = async (command: (args: string[]) => Promise<number>, args: string[]) => {
    log.mockClear()
    await command(args)
    return log.mock.calls.flat().join('\n')
  }
  return {
    say: (...args: string[]) => say(run, args),
    due: () => say(due, []),
    file: () => readFile(folder.breaking, 'utf8').catch(() => undefined),
  }
}

test('a line is written with its moments, told, and ended', async () => {
  const { say, file } = await desk()
  expect(await say()).toBe('There is no line of breaking news.')
  expect(await say('The strait is closed: "all" ships', '--until', '2h', '--article', 'the-story')).toMatch(
    /^There is: "The strait is closed: "all" ships", from 2025-07-04T22:13:00\+09:00 until 2025-07-05T00:13:00\+09:00\./,
  )
  expect(await file()).toBe(
    [
      'text: \'The strait is closed: "all" ships\'',
      'article: the-story',
      'from: 2025-07-04T22:13:00+09:00',
      'until: 2025-07-05T00:13:00+09:00',
      '',
    ].join('\n'),
  )
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 4, 13, 20) / 1000))
  expect(await say('--end')).toContain('It is over since 2025-07-04T22:20:00+09:00.')
  expect(await say()).toContain('There was, and it is over')
  expect(await say('--end')).toBe('There is no line of breaking news to end.')
})

test('one that is yet to come is due, and is taken out before anybody saw it', async () => {
  const { say, due, file } = await desk()
  await say('Polls close', '--from', '2025-07-04T23:00', '--until', '90m')
  expect(await file()).toContain('until: 2025-07-05T00:30:00+09:00')
  expect(await due()).toContain('2025-07-04T23:00:00+09:00  src/content/breaking.yml  Polls close (breaking)')
  expect(await say('--end')).toContain('before anybody saw it')
  expect(await say()).toBe('There is no line of breaking news.')
})

test('a new line takes the place of the old one; comments stay', async () => {
  const { say, file } = await desk(
    '# Ask the editor on duty first.\ntext: Old\nhref: /x/\nfrom: x\nuntil: y\n',
  )
  await say('New', '--until', '1d')
  expect(await file()).toMatch(/^# Ask the editor on duty first\.\ntext: New\nfrom: \S+\nuntil: \S+\n$/)
})

test('what is damaged is replaced', async () => {
  const { say, file } = await desk('text: "Old\n  - x: [')
  await say('New', '--until', '1d')
  expect(await file()).toMatch(/^text: New\n/)
})

test.each([
  [['Closed'], 'until when'],
  [['Closed', '--until', 'soon'], '"until" must be a date'],
  [['Closed', '--until', '2h', '--article', 'the-stroy'], 'Did you mean "the-story"?'],
  [['<b>Closed</b>', '--until', '2h'], 'plain text'],
  [['Closed', '--until', '2025-07-04T20:00'], '"until" must be after from'],
  [['Two', 'texts', '--until', '2h'], 'in quotes'],
  [['--until', '2h'], 'What does the line say?'],
  [['Closed', '--end'], 'takes no text'],
])('nothing is written for %j', async (args, message) => {
  const before = '# Kept.\ntext: Old\nfrom: 2025-07-04T20:00\nuntil: 2025-07-04T23:30\n'
  const { say, file } = await desk(before)
  await expect(say(...args)).rejects.toThrow(message)
  expect(await file()).toBe(before)
})

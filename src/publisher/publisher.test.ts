import { expect, test } from 'vitest'
import type { Published, Refused } from './site-maker.ts'
import type { Reason } from './publications.ts'
import { Publisher } from './publisher.ts'
import type { Source } from './source.ts'
import { type Attempt, StatusBoard } from './status.ts'
import { TestClock } from '../../tests/support/test-clock.ts'

const START = Date.parse('2026-11-30T12:00:00.400Z')
const SECOND = 1000

const published = (more: Partial<Published> = {}): Published => ({
  outcome: 'published',
  rendered: 1,
  articles: 2,
  steps: [],
  heldBack: [],
  dueAt: undefined,
  warnings: [],
  ...more,
})
const problem = { file: 'articles/x.md', line: 6, column: 9, message: 'author "budi" is not known.' }
const refused: Refused = { outcome: 'refused', problems: [problem], message: '1 problem' }
const failed: Refused = {
  outcome: 'refused',
  problems: [],
  message: 'ENOSPC: no space left on device',
  isPassing: true,
}
const broken: Refused = {
  outcome: 'refused',
  problems: [],
  message: 'Unexpected token in src/overrides/Front.astro',
}

/** A publisher whose site takes what each publication in its turn says; the last says it again. */
function publisher(
  answers: (Published | Refused)[],
  parts: { source?: Partial<Source>; readers?: boolean[] } = {},
) {
  const clock = new TestClock(START)
  const moments: number[] = []
  const told: Attempt[] = []
  const lines: string[] = []
  let concurrent = 0
  let most = 0
  const gates: (() => void)[] = []
  const maker = {
    async publish({ at }: { at: number }) {
      moments.push(at)
      most = Math.max(most, ++concurrent)
      await new Promise<void>((done) => gates.push(done))
      concurrent--
      return answers[Math.min(moments.length, answers.length) - 1] ?? published()
    },
    async close() {
      for (const open of gates) open()
    },
  }
  const source: Source = {
    prepare: async () => ({ state: 'ready' }),
    settled: async () => ({ fellBack: false }),
    ...parts.source,
  }
  const board = new StatusBoard(START, undefined, () => {})
  const one = new Publisher({
    ...{ source, maker, board, clock },
    log: ({ message }) => lines.push(message),
    tell: (attempt) => told.push(attempt),
    countReaders: async () => parts.readers?.shift() ?? false,
  })
  return {
    ...{ one, clock, moments, told, lines, board },
    most: () => most,
    /** Lets the publication under way end, and waits for all that follows of itself. */
    async finish() {
      await expect.poll(() => gates.length).toBeGreaterThan(0)
      gates.shift()?.()
      await flushed()
    },
  }
}

async function flushed() {
  for (let i = 0; i < 50; i++) await undefined
}

test('what is asked for together is one publication, and what comes meanwhile exactly one more', async () => {
  const { one, moments, finish, most } = publisher([published()])
  one.want('start')
  one.want('files')
  await flushed()
  expect(moments).toEqual([START - 400])
  for (let i = 0; i < 3; i++) one.want('files')
  one.want('clock')
  await finish()
  expect(moments).toHaveLength(2)
  await finish()
  await one.settled()
  expect([moments.length, most()]).toEqual([2, 1])
})

test('what was refused is told until something else is published', async () => {
  const { one, told, board, finish, lines } = publisher([published(), refused, published()])
  one.want('start')
  await finish()
  one.want('files')
  await finish()
  expect(told[1]).toMatchObject({ outcome: 'refused', problems: [problem] })
  expect(lines[1]).toContain('articles/x.md:6:9 author "budi" is not known.')
  expect(board.status).toMatchObject({ refused: { outcome: 'refused' }, published: { outcome: 'published' } })
  one.want('files')
  await finish()
  expect(board.status.refused).toBeUndefined()
})

test('an embargo ends at its second, once', async () => {
  const dueAt = START - 400 + 90 * SECOND
  const { one, clock, moments, finish } = publisher([published({ dueAt }), published()])
  one.want('start')
  await finish()
  clock.advance(89 * SECOND)
  await flushed()
  expect(moments).toHaveLength(1)
  clock.advance(600)
  await flushed()
  expect(moments[1]).toBe(dueAt)
  await finish()
  clock.advance(3600 * SECOND)
  await flushed()
  expect(moments).toHaveLength(2)
})

test('it ends too when the machine slept over it, or its clock was set', async () => {
  const dueAt = START + 5 * 3600 * SECOND
  const { one, clock, moments, finish } = publisher([published({ dueAt }), published()])
  one.want('start')
  await finish()
  clock.jump(6 * 3600 * SECOND)
  clock.advance(SECOND)
  await flushed()
  expect(moments).toHaveLength(2)
})

test('a clock that is put back takes back what is not due any more', async () => {
  const { one, clock, moments, finish } = publisher([published()])
  one.want('start')
  await finish()
  clock.jump(-3600 * SECOND)
  clock.advance(SECOND)
  await flushed()
  expect(moments).toHaveLength(2)
  await finish()
  clock.advance(60 * SECOND)
  await flushed()
  expect(moments).toHaveLength(2)
})

test('what the machine keeps back is tried again, later each time, and told as trouble until it is right', async () => {
  const { one, clock, moments, board, finish, lines } = publisher([failed, failed, published()])
  one.want('start')
  await finish()
  expect(board.status.trouble?.message).toBe(failed.message)
  expect(board.status.refused).toBeUndefined()
  clock.advance(15 * SECOND)
  await finish()
  clock.advance(15 * SECOND)
  await flushed()
  expect(moments).toHaveLength(2)
  clock.advance(15 * SECOND)
  await finish()
  expect(moments).toHaveLength(3)
  expect(board.status.trouble).toBeUndefined()
  expect(board.status.counts).toEqual({ published: 1, refused: 0, failed: 2 })
  expect(lines.at(-1)).toBe('What was wrong is right again.')
})

test('a refused newsroom is not tried again by itself, though a moment has come', async () => {
  const dueAt = START - 400 + 60 * SECOND
  const { one, clock, moments, finish } = publisher([published({ dueAt }), refused])
  one.want('start')
  await finish()
  clock.advance(60 * SECOND)
  await finish()
  clock.advance(3600 * SECOND)
  await flushed()
  expect(moments).toHaveLength(2)
})

test('what was due while a commit was refused is published of the one before, which mends nothing', async () => {
  const dueAt = START - 400 + 60 * SECOND
  let isRefused = false
  const { one, clock, moments, board, finish } = publisher([published({ dueAt }), refused, published()], {
    source: {
      prepare: async () => ({ state: 'ready', isOlder: isRefused }),
      settled: async (outcome) => {
        isRefused ||= outcome === 'refused'
        return { fellBack: outcome === 'refused' }
      },
    },
  })
  one.want('start')
  await finish()
  one.want('commit')
  await flushed()
  // The moment comes while the commit is looked at.
  clock.advance(61 * SECOND)
  await finish()
  expect(moments).toHaveLength(3)
  await finish()
  expect(board.status).toMatchObject({ published: { at: moments[2] }, refused: { outcome: 'refused' } })
})

test('a source that has nothing to publish, or cannot be had, publishes nothing', async () => {
  const answers = [
    { state: 'unchanged' as const },
    { state: 'unavailable' as const, message: 'The repository is gone.' },
    { state: 'unchanged' as const },
  ]
  const { one, moments, board, lines } = publisher([], {
    source: { prepare: async () => answers.shift() ?? { state: 'unchanged' } },
  })
  for (const expected of [undefined, 'The repository is gone.', undefined]) {
    one.want('commit')
    await one.settled()
    expect(board.status.trouble?.message).toBe(expected)
  }
  expect(moments).toEqual([])
  expect(board.status.attempts).toEqual([])
  expect(lines).toEqual(['The repository is gone.', 'What was wrong is right again.'])
})

test('readers are counted before a publication, and without anything new there is none', async () => {
  const { one, moments, finish } = publisher([published()], { readers: [true] })
  one.want('start')
  await finish()
  one.want('readership')
  await finish()
  expect(moments).toHaveLength(2)
  one.want('readership')
  await one.settled()
  expect(moments).toHaveLength(2)
})

test('a search that does not follow its pages is told, and another publication makes up for it', async () => {
  const { promise: searched, reject } = Promise.withResolvers<void>()
  const { one, clock, moments, lines, board, finish } = publisher([published({ searched }), published()])
  one.want('start')
  await finish()
  reject(new Error('ENOSPC: no space left on device'))
  await flushed()
  expect(lines.at(-1)).toMatch(/^Search does not know yet of what was published last: ENOSPC/)
  expect(board.status.trouble?.message).toBe(lines.at(-1))
  clock.advance(15 * SECOND)
  await finish()
  expect(moments).toHaveLength(2)
  expect(board.status.trouble).toBeUndefined()
})

test('a publisher that is closed takes nothing more, and what it drops is no failure', async () => {
  const { one, moments, told, board } = publisher([failed])
  one.want('start')
  await flushed()
  one.want('files')
  await one.close()
  one.want('files')
  await one.settled()
  expect(moments).toHaveLength(1)
  expect([told, board.status.attempts]).toEqual([[], []])
})

test('code that cannot be built is refused as a mistake is: no time mends it', async () => {
  const { one, clock, moments, told, finish } = publisher([broken])
  one.want('start')
  await finish()
  expect(told).toMatchObject([{ outcome: 'refused', message: broken.message }])
  clock.advance(3600 * SECOND)
  await flushed()
  expect(moments).toHaveLength(1)
})

test('looks at a repository that has nothing new put off no further try, and do not say that all is well', async () => {
  const states = ['ready', 'unchanged', 'unchanged', 'ready'] as const
  let looks = 0
  const { one, clock, moments, board, finish } = publisher([failed, published()], {
    source: { prepare: async () => ({ state: states[looks++] ?? 'unchanged' }) },
  })
  one.want('start')
  await finish()
  for (let i = 0; i < 2; i++) {
    clock.advance(5 * SECOND)
    one.want('commit')
    await one.settled()
  }
  expect(board.status.trouble?.message).toBe(failed.message)
  clock.advance(5 * SECOND)
  await finish()
  expect(moments).toHaveLength(2)
  expect(board.status.trouble).toBeUndefined()
})

test('what an older commit brings in its time puts off no further try of the newest', async () => {
  const dueAt = START - 400 + 10 * SECOND
  let isOlder = false
  const isOlderFor = (reasons: ReadonlySet<Reason>) => {
    isOlder = reasons.has('clock')
    return isOlder
  }
  const { one, clock, moments, board, finish } = publisher(
    [published({ dueAt }), failed, published(), published()],
    {
      source: {
        prepare: async (reasons) => ({ state: 'ready', isOlder: isOlderFor(reasons) }),
      },
    },
  )
  one.want('start')
  await finish()
  one.want('commit')
  await finish()
  clock.advance(10 * SECOND)
  await finish()
  expect([moments.length, isOlder, board.status.trouble?.message]).toEqual([3, true, failed.message])
  clock.advance(5 * SECOND)
  await finish()
  expect([moments.length, isOlder, board.status.trouble]).toEqual([4, false, undefined])
})

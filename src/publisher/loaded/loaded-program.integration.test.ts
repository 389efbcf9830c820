import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadedProgram } from './loaded-program.ts'

/** A maker whose processes run this code in place of a build. */
async function makerOf(code: string, patience = 100) {
  const folder = await mkdtemp(join(tmpdir(), 'warta-loaded-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const module = join(folder, 'build.mjs')
  await writeFile(module, code)
  return loadedProgram({
    ...{ program: folder, newsroom: '/n', outDir: '/o', module, patience },
    env: { PATH: process.env.PATH },
  })
}

const publish = (maker: Awaited<ReturnType<typeof makerOf>>) => maker.publish({ at: 1_700_000_000_999 })

const ANSWERS = `process.on('message', ({ at }) => {
  const { NEWSROOM, OUT_DIR } = process.env
  process.send({ outcome: 'published', rendered: [NEWSROOM, OUT_DIR, process.pid, at] })
})`

test('one process is told its folders, and each moment', async () => {
  const maker = await makerOf(ANSWERS)
  const [first, second] = [await publish(maker), await publish(maker)]
  expect(first).toEqual({
    outcome: 'published',
    rendered: ['/n', '/o', expect.any(Number), 1_700_000_000_999],
  })
  expect(second).toEqual(first)
  await maker.close()
  expect(await publish(maker)).toMatchObject({ message: 'The publisher is being stopped.' })
})

test('search may follow, and the next publication waits for it', async () => {
  const maker = await makerOf(`let isBusy = false
    process.on('message', () => {
      process.send({ outcome: isBusy ? 'refused' : 'published', searchFollows: !isBusy })
      isBusy = true
      setTimeout(() => {
        isBusy = false
        process.send({})
      }, 50)
    })`)
  const first = await publish(maker)
  expect(first).toMatchObject({ outcome: 'published', searched: expect.any(Promise) })
  expect(await publish(maker)).toMatchObject({ outcome: 'published' })
  expect(first.outcome === 'published' && (await first.searched)).toBeUndefined()
  await maker.close()
})

test('a search that cannot follow is told, and the next publication goes on', async () => {
  const maker = await makerOf(`process.on('message', () => {
    process.send({ outcome: 'published', searchFollows: true })
    process.send({ fault: 'no space left' })
  })`)
  const first = await publish(maker)
  await expect(first.outcome === 'published' && first.searched).rejects.toThrow('no space left')
  expect(await publish(maker)).toMatchObject({ outcome: 'published' })
  await maker.close()
})

test.each([`send({ outcome: 'outdated' })`, 'exit()', 'abort()'])(
  'another takes its place after %s',
  async (end) => {
    const maker = await makerOf(`let orders = 0
    process.on('message', () => {
      orders++
      if (orders === 2) process.${end}
      else process.send({ outcome: 'published', rendered: process.pid })
    })`)
    const [first, second] = [await publish(maker), await publish(maker)]
    expect([first, second]).toMatchObject([{ outcome: 'published' }, { outcome: 'published' }])
    expect(second).not.toEqual(first)
    await maker.close()
  },
)

test('one that cannot publish leaves its place to the one before', async () => {
  const maker = await makerOf(`import { existsSync, writeFileSync } from 'node:fs'
    const isFirst = !existsSync('begun')
    writeFileSync('begun', '')
    let orders = 0
    process.on('message', () => {
      const outcome = isFirst ? (++orders === 2 ? 'outdated' : 'published') : 'refused'
      process.send({ outcome, problems: [], message: '', rendered: process.pid })
    })`)
  const first = await publish(maker)
  expect(await publish(maker)).toMatchObject({ outcome: 'refused' })
  expect(await publish(maker)).toEqual(first)
  await maker.close()
})

test('another program takes the place of the first when it has published, and one that cannot be had changes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warta-loaded-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const modules = ['one', 'two', 'broken'].map((name) => join(folder, `${name}.mjs`))
  for (const [i, module] of modules.entries())
    await writeFile(module, i === 2 ? 'process.exit(3)' : ANSWERS.replace('[NEWSROOM', `['${i}', NEWSROOM`))
  let wanted: number | undefined = 0
  const maker = loadedProgram({
    ...{ program: '/nowhere', newsroom: '/n', outDir: '/o', env: { PATH: process.env.PATH } },
    async programNow() {
      if (wanted === undefined) throw new Error('npm has not found a package.')
      return { program: folder, module: modules[wanted] ?? '' }
    },
  })
  const first = await publish(maker)
  expect(first).toMatchObject({ rendered: ['0', '/n', '/o', expect.any(Number), expect.any(Number)] })
  for (const [next, answer] of [
    [undefined, { outcome: 'refused', problems: [], message: 'npm has not found a package.' }],
    [0, first],
    [2, { outcome: 'refused', message: expect.stringContaining('exit status 3') }],
    [0, first],
    [1, { rendered: ['1', '/n', '/o', expect.any(Number), expect.any(Number)] }],
  ] as const) {
    wanted = next
    expect(await publish(maker)).toMatchObject(answer)
  }
  await maker.close()
})

test.each([
  ['is killed', `console.error('rendering'); process.kill(process.pid, 'SIGKILL')`, /ended by SIGKILL/],
  ['runs out of memory', `process.abort()`, /ended by SIGABRT/],
  [
    'ends without a word',
    `console.log('no space left on device'); process.exitCode = 7`,
    /exit status 7.*\nno space left on device$/,
  ],
  ['cannot be loaded', `import './gone.mjs'`, /exit status 1[\s\S]*gone\.mjs/],
])('a build that %s is told', async (_case, code, message) => {
  const maker = await makerOf(code)
  expect(await publish(maker)).toMatchObject({
    outcome: 'refused',
    problems: [],
    message: expect.stringMatching(message),
  })
})

test('a program that is not there', async () => {
  const maker = loadedProgram({ program: '/nowhere', newsroom: '/n', outDir: '/o', env: {} })
  expect(await publish(maker)).toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining('could not be started'),
  })
})

test('a build that is under way ends with its maker, also where it does not want to', async () => {
  for (const signal of ['', `process.on('SIGTERM', () => {})`]) {
    const maker = await makerOf(`${signal}\nprocess.on('message', () => {})`)
    const answer = publish(maker)
    await maker.close()
    expect(await answer).toMatchObject({ outcome: 'refused', problems: [] })
    expect(await publish(maker)).toMatchObject({ message: 'The publisher is being stopped.' })
  }
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { spawnedBuilds } from './spawned-build.ts'

/** A maker whose processes run this code in place of a build. */
async function makerOf(code: string, patience = 100) {
  const folder = await mkdtemp(join(tmpdir(), 'warta-spawned-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const module = join(folder, 'build.mjs')
  await writeFile(module, code)
  return spawnedBuilds({
    ...{ program: folder, newsroom: '/n', outDir: '/o', module, patience },
    env: { PATH: process.env.PATH },
  })
}

const publish = (maker: Awaited<ReturnType<typeof makerOf>>) => maker.publish({ at: 1_700_000_000_999 })

test('a build is told its folders and its moment, and gives its answer', async () => {
  const maker = await makerOf(
    `const { NEWSROOM, OUT_DIR, SOURCE_DATE_EPOCH } = process.env
    process.send({ outcome: 'published', rendered: [NEWSROOM, OUT_DIR, SOURCE_DATE_EPOCH] }, () => process.exit(0))`,
  )
  expect(await publish(maker)).toEqual({ outcome: 'published', rendered: ['/n', '/o', '1700000000'] })
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
  const maker = spawnedBuilds({ program: '/nowhere', newsroom: '/n', outDir: '/o', env: {} })
  expect(await publish(maker)).toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining('could not be started'),
  })
})

test('a build that is under way ends with its maker, also where it does not want to', async () => {
  for (const signal of ['', `process.on('SIGTERM', () => {})`]) {
    const maker = await makerOf(`${signal}\nsetInterval(() => {}, 1000)`)
    const answer = publish(maker)
    await maker.close()
    expect(await answer).toMatchObject({ outcome: 'refused', problems: [] })
    expect(await publish(maker)).toMatchObject({ message: 'The publisher is being stopped.' })
  }
})

import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../support/build.ts'
import { type Deployed, deployNginx } from '../support/deployed.ts'
import { keepSwapping } from '../support/swapping.ts'
import { load } from '../support/wrk.ts'

const OUT = '.cache/test/loaded'
let nginx: Deployed

beforeAll(async () => {
  const { exitCode, output } = await build({ newsroom: '.', outDir: OUT })
  expect(exitCode, output).toBe(0)
  nginx = await deployNginx(OUT, { at: '.cache/test/loaded-nginx' })
})
afterAll(() => nginx.stop())

test('a thousand readers at once, for a minute, get the article each time', async () => {
  const url = `${nginx.origin}/politics/xi-putin-moscow-joint-statement/`
  const found = await load(url, { connections: 1000, seconds: 60, headers: { 'Accept-Encoding': 'br' } })
  console.log(`1,000 connections for a minute: ${JSON.stringify(found)}`)
  expect(found).toMatchObject({ refused: 0, broken: 0 })
  expect(found.requests).toBeGreaterThan(10_000)
})

test('and while the site is published again and again', async () => {
  const live = resolve('.cache/test/swapped/dist')
  const swapping = await keepSwapping(OUT, live)
  const swapped = await deployNginx(live, { at: '.cache/test/swapped-nginx' })
  try {
    const url = `${swapped.origin}/politics/xi-putin-moscow-joint-statement/`
    const found = await load(url, { connections: 1000, seconds: 60, headers: { 'Accept-Encoding': 'br' } })
    console.log(`${await swapping.stop()} publications in a minute: ${JSON.stringify(found)}`)
    expect(found).toMatchObject({ refused: 0, broken: 0 })
  } finally {
    await swapping.stop()
    await swapped.stop()
  }
})

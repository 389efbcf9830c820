import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { filesOf, FIXTURE, FIXTURE_DIST } from '../support/sites.ts'

const NEWSROOM = '.cache/test/one-more-newsroom'
const OUT = '.cache/test/one-more'
const ARTICLE = `---
title: One more story
description: It has come after all the others.
category: world
authors: [ana]
publishedAt: 2025-06-30T08:00
tags: [Harbour]
---

A story that is newer than all.
`

test('a new article leaves the older pages of lists as they are, to the byte', async () => {
  await rm(NEWSROOM, { recursive: true, force: true })
  await cp(FIXTURE, NEWSROOM, { recursive: true })
  await writeFile(join(NEWSROOM, 'articles/one-more.md'), ARTICLE)
  const { exitCode, output } = await build({
    newsroom: NEWSROOM,
    outDir: OUT,
    env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH },
  })
  expect(exitCode, output).toBe(0)

  const older = (await filesOf(FIXTURE_DIST)).filter((file) => /\/page\/\d+\/index\.html$/.test(file))
  expect(older.length).toBeGreaterThan(5)
  // The page next to the first one learns of a new neighbour when the first is full.
  const changed: string[] = []
  for (const file of older) {
    const [before, after] = await Promise.all(
      [FIXTURE_DIST, OUT].map((dir) => readFile(join(dir, file), 'utf8')),
    )
    if (before !== after) changed.push(file)
  }
  expect(changed.filter((file) => !/^(world|author\/ana|archive\/2025\/06)\//.test(file))).toEqual([])
  expect(changed.length).toBeLessThanOrEqual(2)
})

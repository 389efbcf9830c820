import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { Thread } from '#build/thread.ts'
import type { IndexOrder } from './make-index.ts'

/** States of this process's children, as Linux tells them. */
function childrenOf(pid: number): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return Number(parent) === pid ? [`${state} ${stat.slice(0, stat.lastIndexOf(')'))}`] : []
      } catch {
        return []
      }
    })
    .filter((child) => child.includes('pagefind'))
}

test('a thread that has made an index leaves nothing among the processes when it ends', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'warta-pagefind-'))
  onTestFinished(() => rm(outDir, { recursive: true }))
  await writeFile(
    join(outDir, 'index.html'),
    '<html lang="en"><body><article data-pagefind-body><h1>A</h1><p>Text</p></article></body></html>',
  )
  for (let run = 0; run < 3; run++) {
    const thread = new Thread<IndexOrder | undefined, void>(new URL('./index-worker.ts', import.meta.url))
    const folder = join(outDir, `index-${run}`)
    await thread.ask({ outDir, language: 'en', pages: [''], folder, pagesPerFragment: 1 })
    await thread.ask(undefined)
    await thread.end()
  }
  // What has ended and is not asked for is told at once; what is asked for is gone.
  await setTimeout(200)
  expect(childrenOf(process.pid)).toEqual([])
})

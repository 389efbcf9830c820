import { existsSync } from 'node:fs'
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readManifest, writeManifest } from '#build/manifest.ts'
import { checkOut } from '../../tests/support/checkout.ts'
import { type MeasuredTree, measuredTree } from '../measured-tree.ts'
import { editCorpus } from './edits.ts'
import type { Tool } from './tool.ts'

/** Of a newsroom's caches those that hold pictures: what is known of the authors' own, and drawn cards. */
const PICTURES = ['pictures', 'cards']
/** And of a workspace's. */
const SCALED = 'assets'

/** This program, in a checkout of its own, where a template can be changed. */
export function warta(corpus: string, folder: string): Tool {
  const program = join(folder, 'program')
  const newsroom = join(folder, 'newsroom')
  const output = join(program, 'dist')
  const env = { NEWSROOM: newsroom, OUT_DIR: output, SOURCE_DATE_EPOCH: '1751328000' }
  const build = () => measuredTree('npx', ['astro', 'build'], { cwd: program, env })
  return {
    name: 'Warta',
    output,
    async prepare() {
      // Pictures that an earlier run of the bench has scaled have the same names, and take minutes to scale.
      const aside = [join(folder, 'workspaces'), join(folder, 'desk')] as const
      const hasPictures = existsSync(workspaceIn(program))
      if (hasPictures) {
        await keepPicturesAlone(program, newsroom)
        await move(join(program, '.cache'), aside[0])
        await move(join(newsroom, '.cache'), aside[1])
      }
      await checkOut(program)
      await rm(newsroom, { recursive: true, force: true })
      await cp(corpus, newsroom, { recursive: true })
      await move(aside[0], join(program, '.cache'))
      await move(aside[1], join(newsroom, '.cache'))
      if (!hasPictures) await build()
    },
    async before(scenario, run) {
      if (scenario === 'full') {
        await keepPicturesAlone(program, newsroom)
      } else if (scenario === 'template-change') {
        const template = join(program, 'src/components/article/Related.astro')
        const text = await readFile(template, 'utf8')
        await writeFile(template, text.replace(/<section( data-run="\d")?/, `<section data-run="${run}"`))
      } else if (scenario !== 'nothing') {
        await editCorpus(join(newsroom, 'articles'), scenario, run)
      }
    },
    async build(scenario) {
      const pictures = new Set(await scaledIn(program))
      const { seconds, peak, written, lines } = await build()
      if (scenario === 'full') {
        mustHaveMadeAllIndexes(lines)
        // Of another version of the program they may have had other names.
        if ((await scaledIn(program)).some((name) => !pictures.has(name)))
          throw new Error(
            'Pictures were scaled in the build that was timed. Now they are there: run it again.',
          )
      }
      return { pages: seconds, search: undefined, peak, written }
    },
  }
}

async function scaledIn(program: string): Promise<string[]> {
  const folder = join(workspaceIn(program), SCALED)
  return existsSync(folder) ? readdir(folder) : []
}

function mustHaveMadeAllIndexes(lines: MeasuredTree['lines']): void {
  const summary = lines.find(({ text }) => text.includes('articles can be searched'))
  const [, made, all] = /(\d+) of (\d+) indexes made anew/.exec(summary?.text ?? '') ?? []
  if (made === undefined) throw new Error('The build says nothing of its search indexes.')
  if (made !== all) throw new Error(`A full build made ${made} of ${all} indexes.`)
}

/**
 * Takes away all that a build has left for the next one but pictures: no tool
 * scales or draws any in its full build, as the others publish them as they are.
 */
async function keepPicturesAlone(program: string, newsroom: string): Promise<void> {
  const workspace = workspaceIn(program)
  const { caches } = readManifest(workspace)
  for (const folder of ['dist', '.dist-a', '.dist-b', '.astro', 'node_modules'])
    await rm(join(program, folder), { recursive: true, force: true })
  await removeAllBut(join(program, '.cache/build'), ['dist'])
  await removeAllBut(workspace, [SCALED])
  await removeAllBut(join(newsroom, '.cache'), PICTURES)
  const pictures = Object.entries(caches).filter(([file]) => file.startsWith(`${SCALED}/`))
  // Without its manifest it is said to hold nothing.
  writeManifest(workspace, { ...readManifest(workspace), caches: Object.fromEntries(pictures) })
}

function workspaceIn(program: string): string {
  return join(program, '.cache/build/dist')
}

async function move(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await rm(to, { recursive: true, force: true })
  await rename(from, to)
}

async function removeAllBut(folder: string, kept: readonly string[]): Promise<void> {
  if (!existsSync(folder)) return
  for (const name of await readdir(folder)) {
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true })
  }
}

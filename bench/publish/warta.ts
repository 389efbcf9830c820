import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkOut } from '../../tests/support/checkout.ts'
import { measuredTree } from '../measured-tree.ts'
import { editCorpus } from './edits.ts'
import type { Took, Tool } from './tool.ts'

/** This program, in a checkout of its own, where a template can be changed. */
export function warta(corpus: string, folder: string): Tool {
  const program = join(folder, 'program')
  const newsroom = join(folder, 'newsroom')
  const kept = join(program, '.cache/build/dist')
  const env = { NEWSROOM: newsroom, OUT_DIR: join(program, 'dist'), SOURCE_DATE_EPOCH: '1751328000' }
  const build = async (): Promise<Took> => {
    const { seconds, lines, ...rest } = await measuredTree('npx', ['astro', 'build'], { cwd: program, env })
    const end = lines.findIndex(({ text }) => text.includes('articles can be searched'))
    const search = (lines[end]?.at ?? 0) - (lines[end - 1]?.at ?? 0)
    return { pages: seconds - search, search, ...rest }
  }
  return {
    name: 'Warta',
    async prepare() {
      await checkOut(program)
      await rm(newsroom, { recursive: true, force: true })
      await cp(corpus, newsroom, { recursive: true })
      await build()
    },
    async before(scenario, run) {
      if (scenario === 'full') {
        await rm(join(program, 'dist'), { recursive: true })
        await keepPicturesAlone(kept)
      } else if (scenario === 'template-change') {
        const template = join(program, 'src/components/article/Related.astro')
        const text = await readFile(template, 'utf8')
        await writeFile(template, text.replace(/<section( data-run="\d")?/, `<section data-run="${run}"`))
      } else if (scenario !== 'nothing') {
        await editCorpus(join(newsroom, 'articles'), scenario, run)
      }
    },
    build,
  }
}

/** No tool scales them in its full build: the others publish them as they are. */
async function keepPicturesAlone(folder: string): Promise<void> {
  const aside = `${folder}.pictures`
  await rm(aside, { recursive: true, force: true })
  await rename(join(folder, 'assets'), aside)
  const { pictures } = JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8')) as { pictures: object }
  await rm(folder, { recursive: true })
  await cp(aside, join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'kept.json'), JSON.stringify({ pictures }))
  await rm(aside, { recursive: true })
}

import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from '../../tests/support/build.ts'
import { eleventy } from '../publish/eleventy.ts'
import { hugo } from '../publish/hugo.ts'
import type { Tool } from '../publish/tool.ts'
import { makeStarlight } from './starlight.ts'

/** One of those that make a site of the same articles, an article at the same address. */
export interface SiteMaker {
  name: string
  /**
   * @param folder for all that it needs and makes
   * @returns the built site's folder
   */
  make: (newsroom: string, folder: string) => Promise<string>
}

export const SITES: readonly SiteMaker[] = [
  { name: 'Warta', make: makeWarta },
  { name: 'Hugo, plain', make: madeBy(hugo) },
  { name: 'Eleventy, plain', make: madeBy(eleventy) },
  { name: 'Starlight', make: makeStarlight },
]

/** As an outlet with a server of its own has it: its pages say that there are compressed forms of them. */
async function makeWarta(newsroom: string, folder: string): Promise<string> {
  const outDir = join(folder, 'warta')
  const own = join(folder, 'newsroom')
  await cp(newsroom, own, { recursive: true })
  const config = join(own, 'src/site.config.ts')
  const text = await readFile(config, 'utf8')
  await writeFile(config, text.replace('export default {', 'export default { precompressed: true,'))
  const { exitCode, output } = await build({ newsroom: own, outDir })
  if (exitCode !== 0) throw new Error(output)
  return outDir
}

function madeBy(toolFor: (newsroom: string, folder: string) => Tool): SiteMaker['make'] {
  return async (newsroom, folder) => {
    const tool = toolFor(newsroom, folder)
    await tool.prepare()
    await tool.build('full')
    return tool.output
  }
}

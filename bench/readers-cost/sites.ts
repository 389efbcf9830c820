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

async function makeWarta(newsroom: string, folder: string): Promise<string> {
  const outDir = join(folder, 'warta')
  const { exitCode, output } = await build({ newsroom, outDir })
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

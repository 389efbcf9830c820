import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { writeAtomically } from '#cache/atomic-write.ts'
import { type NewsroomFolder, newsroomFolder, pathFrom } from '#desk/folder.ts'
import { digestOfComponent, stamped } from '#desk/override-stamp.ts'
import { overridesOf } from '#desk/overrides.ts'
import { type ProgramComponent, programComponents } from '#desk/program-components.ts'
import { nearest } from '#domain/nearest.ts'
import { programVersion } from '#program-package.ts'
import { importsByName } from './override/imports-by-name.ts'

/**
 * Copies a component of the program to where the outlet's own is taken in its place; without a name, lists
 * what can be copied and what is.
 * @throws Error for a name that is none, or a copy that is there already
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { reviewed: { type: 'boolean', default: false } },
  })
  const folder = newsroomFolder()
  const [name, ...more] = positionals
  if (more.length > 0)
    throw new Error('One component at a time: npm run news -- override chrome/Footer.astro')
  if (name === undefined) console.log(await list(folder))
  else if (values.reviewed) console.log(review(folder, componentOf(name)))
  else console.log(copy(folder, componentOf(name)))
  return 0
}

function componentOf(written: string): ProgramComponent {
  const components = programComponents()
  const name = written
    .replace(/^(?:\.\/)?(?:src\/)?(?:components\/|overrides\/)?/, '')
    .replace(/(?:\.astro)?$/, '.astro')
  const component = components.get(name)
  if (component) return component
  const known = [...components.keys()]
  const near = nearest(name, known) ?? known.find((each) => each.endsWith(`/${name}`))
  throw new Error(
    `The program has no component "${written}". ${near ? `Did you mean "${near}"?` : '"npm run news -- override" lists what there is.'}`,
  )
}

function copy({ overrides }: NewsroomFolder, component: ProgramComponent): string {
  const path = join(overrides, component.name)
  if (existsSync(path)) throw new Error(`${shown(path)} is there already: rename it, or take it away.`)
  const text = readFileSync(component.path, 'utf8')
  writeAtomically(path, stamped(importsByName(text, component.file), stampOf(component, text)))
  return `${shown(path)} is now in place of the program's: change it as you like.`
}

/** Has the copy say that it knows the component as it is now. */
function review({ overrides }: NewsroomFolder, component: ProgramComponent): string {
  const path = join(overrides, component.name)
  if (!existsSync(path)) throw new Error(`${shown(path)} is not there.`)
  const original = readFileSync(component.path, 'utf8')
  writeAtomically(path, stamped(readFileSync(path, 'utf8'), stampOf(component, original)))
  return `${shown(path)} is up to date with warta ${programVersion()}.`
}

function stampOf({ file }: ProgramComponent, text: string) {
  return { file, version: programVersion(), digest: digestOfComponent(text) }
}

async function list(folder: NewsroomFolder): Promise<string> {
  const own = new Map((await overridesOf(folder)).map((override) => [override.name, override]))
  const names = [...programComponents().keys()]
  const width = Math.max(...names.map((name) => name.length))
  return names
    .map((name) => {
      const override = own.get(name)
      if (!override) return name
      const from = override.copied ? `, from warta ${override.copied.stamp.version}` : ''
      return `${name.padEnd(width)}   ${override.file}${from}${override.isBehind ? ', which has changed since' : ''}`
    })
    .join('\n')
}

function shown(path: string): string {
  return pathFrom(process.cwd(), path)
}

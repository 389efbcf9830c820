import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { PROGRAM_ROOT } from '#program-root.ts'

/** Where components lie in the program, and how the name of one that lies there begins. */
const HOMES = [
  { folder: 'src/components', start: '' },
  { folder: 'src/layouts', start: 'layouts/' },
] as const

/** A component of the program that an outlet may have one of its own in place of. */
export interface ProgramComponent {
  /** `chrome/Footer.astro`, or `layouts/Page.astro`: its path in `src/overrides/`. */
  name: string
  /** From the program's folder, with slashes. */
  file: string
  /** Absolute. */
  path: string
}

/** All of them, by their names. @param root of the program */
export function programComponents(root = PROGRAM_ROOT): Map<string, ProgramComponent> {
  const components = HOMES.flatMap(({ folder, start }) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => path.split(sep).join('/'))
      .filter((path) => path.endsWith('.astro'))
      .map((path) => ({
        name: start + path,
        file: `${folder}/${path}`,
        path: join(root, folder, path),
      })),
  )
  return new Map(components.sort((a, b) => (a.name < b.name ? -1 : 1)).map((each) => [each.name, each]))
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './files-below.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { digestOfComponent, type Stamp, stampIn } from './override-stamp.ts'
import { isPassedOver } from './passed-over.ts'
import { type ProgramComponent, programComponents } from './program-components.ts'

/** A component of an outlet. */
export interface Override {
  /** Its path below `src/overrides/`. */
  name: string
  /** From the outlet's folder. */
  file: string
  /** The program's component that it is in place of; undefined where there is none of that name. */
  original: ProgramComponent | undefined
  /** What it says of the component that it was copied from, and on which line. */
  copied: { stamp: Stamp; line: number } | undefined
  /** Whether that component has another text by now. */
  isBehind: boolean
}

/** All files of `src/overrides/` but parts of the outlet's own: files and folders whose names begin with `_`. */
export async function overridesOf({ root, overrides }: NewsroomFolder): Promise<Override[]> {
  const components = programComponents()
  const found: Override[] = []
  for await (const entry of filesBelow(overrides, (name) => isPassedOver(name) || name.startsWith('_'))) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = pathFrom(overrides, path)
    const original = components.get(name)
    const copied = original && stampIn(readFileSync(path, 'utf8'))
    const current = original && digestOfComponent(readFileSync(original.path, 'utf8'))
    const isBehind = copied !== undefined && copied.stamp.digest !== current
    found.push({ name, file: pathFrom(root, path), original, copied, isBehind })
  }
  return found
}

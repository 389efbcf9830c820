import { join } from 'node:path'
import process from 'node:process'
import { nearest } from '#domain/nearest.ts'
import { programVersion } from '#program-package.ts'
import { pathFrom } from '../folder.ts'
import { type Override, overridesOf } from '../overrides.ts'
import type { Problem } from '../problem.ts'
import { programComponents } from '../program-components.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/** Each override is in place of a component of the program, and of the component as it is now where it was copied. */
export async function checkOverrides({ folder }: NewsroomFiles): Promise<Problem[]> {
  const overrides = await overridesOf(folder)
  return overrides.flatMap((override) => {
    if (!override.original) return [tellUnknown(override)]
    return override.isBehind ? [tellBehind(override, override.original.path, folder.root)] : []
  })
}

function tellUnknown({ name, file }: Override): Problem {
  const known = [...programComponents().keys()]
  const near = nearest(name, known) ?? known.find((each) => each.endsWith(`/${name.split('/').at(-1)}`))
  const advice = near ? `Did you mean "${near}"?` : '"npm run news -- override" lists what there is.'
  return {
    file,
    line: 1,
    column: 1,
    message: `the program has no component "${name}", so this is in place of nothing. ${advice} A part of your own has a name that begins with "_".`,
  }
}

function tellBehind({ name, file, copied }: Override, original: string, root: string): Problem {
  const [before, after] = [original, join(root, file)].map((path) => pathFrom(process.cwd(), path))
  return {
    file,
    line: copied?.line ?? 1,
    column: 1,
    message: `this was copied from ${name} of warta ${copied?.stamp.version}, and warta ${programVersion()} has another. Compare: git diff --no-index ${before} ${after}. When nothing of it is missing here: npm run news -- override ${name} --reviewed`,
    severity: 'warning',
  }
}

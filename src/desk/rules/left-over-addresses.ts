import { isExampleAddress } from '#domain/example-address.ts'
import type { Site } from '#domain/site.ts'
import { isTrial, leftOver } from '../left-over.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import { settingPlaces } from '../setting-places.ts'

const FILE = 'src/site.config.ts'
const ADVICE = 'Write your own, or take it out.'

type Path = (string | number)[]

/** Settings and authors' links lead to somebody: to no example, and not to the reader's own machine. */
export async function checkLeftOverAddresses(files: NewsroomFiles, site: Site): Promise<Problem[]> {
  if (isTrial(site)) return []
  return [...(await inSettings(files, site)), ...inAuthors(files)]
}

/** The outlet's own address, which `news check` tells of alone: a build may be one to try. */
export async function checkExampleUrl({ folder }: NewsroomFiles, site: Site): Promise<Problem[]> {
  if (!isTrial(site)) return []
  const { placeOf } = await settingPlaces(folder.siteConfig)
  const message = `"url" is ${site.url}, which is an address for examples. Write your own before you publish; what else is left of the sample is told then.`
  const { blocksPublication: _, ...warning } = leftOver(
    'left-over-url',
    { file: FILE, ...placeOf(['url']) },
    message,
  )
  return [warning]
}

async function inSettings({ folder }: NewsroomFiles, site: Site): Promise<Problem[]> {
  const found = [...textsIn(site)].filter(({ text }) => isExampleAddress(text))
  if (found.length === 0) return []
  const { placeOf } = await settingPlaces(folder.siteConfig)
  return found.map(({ path, text }) =>
    leftOver(
      'left-over-address',
      { file: FILE, ...placeOf(path) },
      `"${path.join('.')}" is ${text}, which is an address for examples. ${ADVICE}`,
    ),
  )
}

function inAuthors({ sources }: NewsroomFiles): Problem[] {
  return sources.authors.flatMap(({ file, data, placeOf }) =>
    [...textsIn(data)].flatMap(({ path, text }) => {
      if (!isExampleAddress(text)) return []
      const message = `"${path.join('.')}" is ${text}, which is an address for examples. ${ADVICE}`
      return [leftOver('left-over-address', { file, ...placeOf(path) }, message)]
    }),
  )
}

/** Every text in a value, with the way to it. */
function* textsIn(value: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    yield* textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key])
}

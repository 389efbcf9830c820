import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { divide, type HeldBack, nameOf } from '#desk/held-back.ts'
import { buildMoment } from '#desk/moment.ts'
import { NewsroomError } from '#desk/problem.ts'
import { readWholeNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'

/** So that a scheduler can tell it from a failure, which is 1. */
const NOTHING_DUE = 2

/** When the outlet must be built next, and why. */
interface Due {
  /** ISO 8601 with the offset of the outlet's zone; null when nothing is scheduled. */
  next: string | null
  /** What is released then. */
  releases: Pick<HeldBack, 'file' | 'title' | 'what'>[]
  /** How many are scheduled for after that. */
  later: number
}

/**
 * Prints when the next scheduled article, entry, correction or withdrawal is to be
 * released. Returns 0, or 2 when nothing is scheduled.
 * @throws Error on wrong arguments, and NewsroomError when a file cannot be
 * read: what is due may stand in it.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { format: { type: 'string', default: 'text' } } })
  const { format } = values
  if (format !== 'text' && format !== 'json')
    throw new Error(`--format is "${format}", but must be text or json.`)
  const folder = newsroomFolder()
  const files = await readWholeNewsroom(folder)
  const { heldBack, undated } = divide(files, await readSite(folder), buildMoment())
  if (undated.length > 0) {
    throw new NewsroomError(
      undated.map((source) => ({
        file: source.file,
        ...source.placeOf([source.entryOf === undefined ? 'publishedAt' : 'at']),
        message: `${source.entryOf === undefined ? '"publishedAt"' : 'its moment'} is no date, so nobody can say when this is due.`,
      })),
    )
  }
  const due = dueOf(heldBack)
  console.log(format === 'json' ? JSON.stringify(due, null, 2) : tell(due))
  return due.next === null ? NOTHING_DUE : 0
}

/** The first release among what is held back, the soonest first. */
export function dueOf(heldBack: readonly HeldBack[]): Due {
  const scheduled = heldBack.filter(({ why }) => why === 'scheduled')
  const next = scheduled[0]?.until ?? null
  const releases = scheduled.filter(({ until }) => until === next)
  return {
    next,
    releases: releases.map(({ file, title, what }) => ({ file, title, what })),
    later: scheduled.length - releases.length,
  }
}

function tell({ next, releases, later }: Due): string {
  if (next === null) return 'Nothing is due: nothing is scheduled.'
  const lines = releases.map((release) => `${next}  ${release.file}  ${nameOf(release)}`)
  return [...lines, ...(later > 0 ? [`${later} more after that`] : [])].join('\n')
}

import { carryOut } from '#cli/rename/carry-out.ts'
import { NewsroomEdits } from '#cli/rename/newsroom-edits.ts'
import { buildMoment } from '#desk/moment.ts'
import type { NewsroomFiles } from '#desk/read-newsroom.ts'
import type { Source } from '#desk/source.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone, parseMoment } from '#domain/zoned-time.ts'

/**
 * Writes into an article's file that its coverage goes on, or is over and since when, and tells so.
 * @throws Error when its fields are written in a way that cannot be changed at their places
 */
export async function setState(
  { file, data }: Source,
  state: 'live' | 'ended',
  files: NewsroomFiles,
  site: Site,
): Promise<string> {
  const live = (data.live ?? {}) as { state?: unknown; until?: unknown }
  if (live.state === state) throw new Error(`${file} says already that its coverage is ${state}.`)
  const edits = new NewsroomEdits(files, site)
  const edit = edits.edit(file)
  edit.set(['live', 'state'], state)
  const now = isoInZone(buildMoment(), site.timeZone).slice(0, 19)
  const until = live.until === undefined ? undefined : parseMoment(String(live.until), site.timeZone)
  if (state === 'ended') {
    if (live.until === undefined) edit.addWithin('live', 'until', now)
    else if (until && until > buildMoment()) edit.set(['live', 'until'], now)
  }
  await carryOut(files.folder.root, edits.texts(), [])
  return `${file} says that its coverage is ${state}.`
}

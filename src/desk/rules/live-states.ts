import type { Site } from '#domain/site.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import { buildMoment } from '../moment.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/** States of live coverage that the clock contradicts: nothing changes a state but whoever runs the coverage. */
export function checkLiveStates({ sources }: NewsroomFiles, { timeZone }: Site): Problem[] {
  const now = buildMoment()
  return sources.articles.flatMap(({ file, data, placeOf }): Problem[] => {
    const live = data.live as { state?: unknown; from?: unknown; until?: unknown } | null | undefined
    if (!live) return []
    const [from, until] = [live.from, live.until].map((text) => parseMoment(String(text), timeZone))
    const message = contradiction(String(live.state), { from, until, now })
    return message === undefined
      ? []
      : [{ file, ...placeOf(['live', 'state']), message: `"live.state" ${message}`, severity: 'warning' }]
  })
}

function contradiction(
  state: string,
  { from, until, now }: { from: Date | undefined; until: Date | undefined; now: Date },
): string | undefined {
  if (state === 'upcoming' && from && from <= now)
    return 'is upcoming, but "from" is past. Write state: live, or a later "from".'
  if (state === 'live' && until && until < now)
    return 'is live, but "until" is past. Write state: ended, or a later "until".'
  if (state === 'ended' && until && until > now)
    return 'is ended, but "until" lies ahead. Write state: live, or when it ended.'
  if (state === 'ended' && from && from > now)
    return 'is ended, but "from" lies ahead. Write state: upcoming, or when it began.'
  return undefined
}

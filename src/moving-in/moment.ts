import { isoInZone } from '#domain/zoned-time.ts'
import type { EntryRecord } from './record.ts'

/**
 * When an entry was or will be published, in the outlet's zone. `guessed` when
 * that is the moment of its last change or of the export.
 */
export function momentOf(
  { publishedAt, modifiedAt }: Pick<EntryRecord, 'publishedAt' | 'modifiedAt'>,
  timeZone: string,
  exportedAt: Date | undefined,
): { iso: string; guessed: boolean } {
  const moment = publishedAt ?? modifiedAt ?? exportedAt ?? new Date(0)
  return { iso: isoInZone(moment, timeZone), guessed: publishedAt === undefined }
}

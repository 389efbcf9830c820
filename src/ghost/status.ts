import type { EntryRecord } from '#moving-in/record.ts'
import type { Row } from './export-parser.ts'
import { text } from './row.ts'

/** Who else could read a post, in words. */
const MEMBERS: Record<string, string> = {
  members: 'members',
  paid: 'paying members',
  tiers: 'members of some tiers',
}

/** Whether everybody could see a post on the site; says so where only some could. */
export function statusOf(post: Row): { status: EntryRecord['status']; notes: string[] } {
  const visibility = text(post, 'visibility') || 'public'
  const status = text(post, 'status')
  if (status === 'draft') return { status: 'draft', notes: [] }
  if (visibility !== 'public')
    return hidden(
      `it was for ${MEMBERS[visibility] ?? `"${visibility}"`} alone: a draft now, so that it is not published`,
    )
  if (status === 'published') return { status: 'public', notes: [] }
  if (status === 'scheduled') return { status: 'scheduled', notes: [] }
  if (status === 'sent') return hidden('it was sent by e-mail alone: a draft now')
  return hidden(`its status "${status}" is not known: a draft now`)
}

function hidden(why: string): { status: 'draft'; notes: string[] } {
  return { status: 'draft', notes: [why] }
}

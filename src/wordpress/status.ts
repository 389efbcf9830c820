import type { EntryRecord } from '#moving-in/record.ts'
import type { Item } from './item.ts'

/** Whether readers could see an item; says so where they could have with a password or an account. */
export function statusOf({ status, password }: Pick<Item, 'status' | 'password'>): {
  status: EntryRecord['status']
  notes: string[]
} {
  if (password !== '')
    return hidden('it was protected by a password: a draft now, so that it is not published in clear')
  if (status === 'publish') return { status: 'public', notes: [] }
  if (status === 'future') return { status: 'scheduled', notes: [] }
  if (status === 'private') return hidden('it was private: a draft now')
  if (status === 'draft' || status === 'pending') return { status: 'draft', notes: [] }
  return hidden(`its status "${status}" is not known: a draft now`)
}

function hidden(why: string): { status: 'draft'; notes: string[] } {
  return { status: 'draft', notes: [why] }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whose site lies in a folder, by the name and the address that its feed tells; undefined where none does. */
function outletOf(folder: string): string | undefined {
  try {
    const { title, home_page_url } = JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8'))
    return JSON.stringify([title, home_page_url])
  } catch {
    return undefined
  }
}

/** Whether what was published last is known to be another outlet's site, the sample's say: then nothing of it is missed. */
export function isAnothers(published: string, next: string): boolean {
  const last = outletOf(published)
  return last !== undefined && last !== outletOf(next)
}

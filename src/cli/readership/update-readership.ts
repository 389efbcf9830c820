import { isDeepStrictEqual } from 'node:util'
import type { NewsroomFolder } from '#desk/folder.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readReadership } from '#desk/read-readership.ts'
import type { Site } from '#domain/site.ts'
import { addLogs, type LogReport, type LogSetting } from './add-logs.ts'
import { ArticleAddresses } from './article-addresses.ts'
import { openLog } from './open-log.ts'
import { writeReadership } from './write-readership.ts'

/**
 * Reads logs and exports, `-` for standard input, and adds what they tell to
 * the newsroom's readership. The file is written when all were read, and only
 * where they told anything new: however a hand has laid it out, it then stays as it is.
 * @throws Error for a file that cannot be read or is in no known format; nothing is written then
 */
export async function updateReadership(
  folder: NewsroomFolder,
  site: Site,
  files: readonly string[],
  options: Pick<LogSetting, 'columns' | 'date'> & { now?: Date } = {},
): Promise<{ reports: LogReport[]; isNew: boolean }> {
  const { sources } = await readNewsroom(folder)
  const addresses = new ArticleAddresses(sources, site)
  const earlier = (await readReadership(folder)) ?? { articles: {} }
  const setting: LogSetting = { now: new Date(), ...options, addresses, site }
  const { reports, readership } = await addLogs(earlier, opened(files), setting)
  const { readership: unchanged } = await addLogs(earlier, [], setting)
  const isNew = !isDeepStrictEqual(readership, unchanged)
  if (isNew) writeReadership(folder.readership, readership)
  return { reports, isNew }
}

async function* opened(files: readonly string[]) {
  for (const file of files) yield await openLog(file)
}

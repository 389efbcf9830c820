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
 * the newsroom's readership, which is written when all were read.
 * @throws Error for a file that cannot be read or is in no known format; nothing is written then
 */
export async function updateReadership(
  folder: NewsroomFolder,
  site: Site,
  files: readonly string[],
  options: Pick<LogSetting, 'columns' | 'date'> & { now?: Date } = {},
): Promise<LogReport[]> {
  const { sources } = await readNewsroom(folder)
  const addresses = new ArticleAddresses(sources.articles, site.url)
  const earlier = (await readReadership(folder)) ?? { articles: {} }
  const { reports, readership } = await addLogs(earlier, opened(files), {
    now: new Date(),
    ...options,
    addresses,
    site,
  })
  await writeReadership(folder.readership, readership)
  return reports
}

async function* opened(files: readonly string[]) {
  for (const file of files) yield await openLog(file)
}

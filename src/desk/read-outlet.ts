import type { Site } from '#domain/site.ts'
import type { Theme } from '#styles/theme.ts'
import type { NewsroomFolder } from './folder.ts'
import { NewsroomError } from './problem.ts'
import { readSite } from './read-site.ts'
import { readTheme } from './read-theme.ts'

/** What an outlet says of itself, beside what it publishes. */
export interface Outlet {
  site: Site
  theme: Theme
}

/** @throws NewsroomError with what is wrong with the config and with the theme, at once */
export async function readOutlet(folder: NewsroomFolder): Promise<Outlet> {
  const [site, theme] = await Promise.allSettled([readSite(folder), readTheme(folder)])
  if (site.status === 'fulfilled' && theme.status === 'fulfilled')
    return { site: site.value, theme: theme.value }
  const errors = [site, theme].flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  const other = errors.find((error) => !(error instanceof NewsroomError))
  if (other !== undefined) throw other
  throw new NewsroomError(errors.flatMap(({ problems }: NewsroomError) => problems))
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { newsroomFolder } from '#desk/folder.ts'
import { ICON_FILES, type IconFile } from '#domain/icon-files.ts'
import { ICON_COLOURS, type IconColours, type IconSubject } from '#icons/icon-design.ts'
import { site } from '#site.ts'

/** A file that is to be drawn, with all that decides how it looks. */
export interface MissingIcon {
  file: IconFile
  subject: IconSubject
  colours: IconColours
}

/** Of the icons those that the newsroom's `public/` does not have. */
export function getMissingIcons(): MissingIcon[] {
  const { publicFiles } = newsroomFolder()
  const { name, locale } = site
  return ICON_FILES.filter((file) => !existsSync(join(publicFiles, file))).map((file) => ({
    file,
    subject: { name, locale },
    colours: ICON_COLOURS,
  }))
}

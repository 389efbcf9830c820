import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { newsroomFolder } from '#desk/folder.ts'
import { ICON_FILES, type IconFile } from '#domain/icon-files.ts'
import { drawIcon } from '#icons/draw-icon.ts'
import { ICON_COLOURS, type IconColours, type IconSubject } from '#icons/icon-design.ts'
import { site } from '#site.ts'

/** A file that is to be drawn, with all that decides how it looks. */
export interface MissingIcon {
  file: IconFile
  subject: IconSubject
  colours: IconColours
}

/** Of the icons with this ending those that the newsroom's `public/` does not have, as paths of a route. */
export function getIconPaths(
  format: 'svg' | 'png' | 'ico',
): { params: { icon: string }; props: MissingIcon }[] {
  const { publicFiles } = newsroomFolder()
  const { name, locale } = site
  const ending = `.${format}`
  return ICON_FILES.filter((file) => file.endsWith(ending) && !existsSync(join(publicFiles, file))).map(
    (file) => ({
      params: { icon: file.slice(0, -ending.length) },
      props: { file, subject: { name, locale }, colours: ICON_COLOURS },
    }),
  )
}

/** An icon as an endpoint answers with it. */
export async function answerWithIcon(
  { file, subject, colours }: MissingIcon,
  type: string,
): Promise<Response> {
  const bytes = new Uint8Array(await drawIcon(file, subject, colours))
  return new Response(bytes, { headers: { 'Content-Type': type } })
}

import { colour as colourSchema } from '#domain/colour.ts'
import { contrast, LEAST_CONTRAST, legible, ratio } from '#domain/contrast.ts'
import { darkSectionInk } from '#domain/section-ink.ts'
import type { Site } from '#domain/site.ts'
import type { Theme } from '#styles/theme.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** The names of sections, in their colours, can be read on the paper of the outlet's theme. */
export function checkSectionColours({ sources }: NewsroomFiles, _site: Site, theme: Theme): Problem[] {
  return sources.categories.flatMap((source) => {
    const { success, data: colour } = colourSchema.safeParse(source.data.colour)
    return success ? faultOf(source, colour, theme) : []
  })
}

function faultOf(source: Source, colour: string, theme: Theme): Problem[] {
  const schemes = [
    { pages: 'light', ink: colour, paper: theme.light.paper },
    { pages: 'dark', ink: darkSectionInk(colour), paper: theme.dark.paper },
  ]
  const poor = schemes.find(({ ink, paper }) => contrast(ink, paper) < LEAST_CONTRAST)
  if (!poor) return []
  const { pages, ink, paper } = poor
  const shown = ink === colour ? ink : `${ink}, which it is there,`
  const better = pages === 'light' && legible(colour, [paper])
  return [
    {
      file: source.file,
      ...source.placeOf(['colour']),
      message: `colour: on ${pages} pages ${shown} has a contrast of ${ratio(contrast(ink, paper))} on the paper, ${paper}, but a name in it needs ${LEAST_CONTRAST}:1. ${better ? `Make it ${better}, say.` : 'Take another, or another paper in src/theme.ts.'}`,
    },
  ]
}

import { contrast, LEAST_CONTRAST, legible, ratio } from '#domain/contrast.ts'
import type { SettingFault } from '#domain/setting-faults.ts'
import type { DEFAULT_THEME } from './default-theme.ts'

type Colours = typeof DEFAULT_THEME.light

/** Which colours are read on which. */
const READ_ON: readonly (readonly [text: keyof Colours, grounds: readonly (keyof Colours)[]])[] = [
  ['ink', ['paper', 'surface', 'mark']],
  ['muted', ['paper', 'surface']],
  ['accent', ['paper', 'surface']],
  ['accent-ink', ['accent']],
]

/**
 * The texts of a theme that have less contrast than WCAG asks, each with the ratio and a colour that would do.
 * @param input the theme as it is written: what it leaves out is not what has to be changed
 */
export function contrastFaults(theme: { light: Colours; dark: Colours }, input: unknown): SettingFault[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    READ_ON.flatMap(([text, grounds]) => {
      const colours = theme[scheme]
      const poor = grounds.filter((ground) => contrast(colours[text], colours[ground]) < LEAST_CONTRAST)
      const [first] = poor
      if (first === undefined) return []
      const on = poor.map(
        (ground) =>
          `${ratio(contrast(colours[text], colours[ground]))} on "${scheme}.${ground}", ${colours[ground]}`,
      )
      const wanted = legible(
        colours[text],
        grounds.map((ground) => colours[ground]),
      )
      const advice = wanted
        ? `${wanted} would do.`
        : `No colour has that on ${grounds.map((ground) => `"${ground}"`).join(' and ')}: bring these nearer to each other.`
      return {
        path: [scheme, isWritten(input, scheme, text) ? text : first],
        message: `"${scheme}.${text}", ${colours[text]}, has a contrast of ${on.join(' and ')}, but text needs ${LEAST_CONTRAST}:1. ${advice}`,
      }
    }),
  )
}

function isWritten(input: unknown, scheme: string, name: string): boolean {
  return (input as Record<string, Record<string, unknown> | undefined>)[scheme]?.[name] !== undefined
}

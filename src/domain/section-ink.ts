import { mixed } from './contrast.ts'

/** How much white dark pages mix into the colour of a section, so that it can be read there. */
export const DARK_MIX = 0.52

/** The colour of a section as dark pages show it. */
export function darkSectionInk(colour: string): string {
  return mixed(colour, '#ffffff', DARK_MIX)
}

import config from '#styles/theme.config.ts'
import { parseTheme } from './theme.ts'

/** The theme of the outlet being built, checked. */
export const theme = parseTheme(config)

import type { ThemeInput } from './theme.ts'

/** The theme of an outlet that has none: `src/build/looks/theme.ts` puts the outlet's `src/theme.ts` in its place. */
export default {} satisfies ThemeInput

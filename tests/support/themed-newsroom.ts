import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FIXTURE } from './sites.ts'

/** What the theme of the newsroom below says; a paper of another colour changes all that shows one. */
export const THEME = {
  light: { paper: '#fff1e5', surface: '#f6e3d3', accent: '#0a5e66', mark: '#ffe08a', muted: '#5c5651' },
  dark: { paper: '#1a1a22', surface: '#24242e', accent: '#7fd6dd', 'accent-ink': '#06292c' },
  darkPictures: 0.7,
  sizes: { headline: ['3rem', 1.05] },
  widths: { measure: '36rem' },
  fonts: {
    serif: {
      name: 'Own Serif',
      files: [{ file: './fonts/own.woff2', weight: '100 900' }],
      card: ['/fonts/own.woff'],
    },
  },
} as const

/** A font of which nobody but the newsroom below has the bytes under this name. */
const FONTS = {
  'src/fonts/own.woff2': '@fontsource-variable/public-sans/files/public-sans-latin-wght-italic.woff2',
  'public/fonts/own.woff': '@fontsource/public-sans/files/public-sans-latin-600-italic.woff',
}

/** Puts the fixture's newsroom into a folder, with a theme and fonts of its own. */
export async function makeThemedNewsroom(folder: string): Promise<void> {
  await cp(FIXTURE, folder, { recursive: true, filter: (path) => !path.endsWith('.cache') })
  for (const [file, font] of Object.entries(FONTS)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(join('node_modules', font), join(folder, file))
  }
  await writeTheme(folder, THEME)
}

export function writeTheme(folder: string, theme: object): Promise<void> {
  const written = `import { defineTheme } from 'warta/theme'\n\nexport default defineTheme(${JSON.stringify(theme, undefined, 2)})\n`
  return writeFile(join(folder, 'src/theme.ts'), written)
}

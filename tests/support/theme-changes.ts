import type { ThemeInput } from '#styles/theme.ts'

/** For each key of a theme values by which a build has something to do. */
type ThemeChanges = { [Key in keyof Required<ThemeInput>]: readonly NonNullable<ThemeInput[Key]>[] }

const PLAIN = {
  name: 'Plain',
  files: [{ file: '@fontsource-variable/public-sans/files/public-sans-latin-wght-italic.woff2' }],
}

export const THEME_CHANGES: ThemeChanges = {
  light: [{ paper: '#fff1e5' }, { accent: '#0b5d1e' }],
  dark: [{ paper: '#000000' }],
  darkPictures: [1],
  fonts: [
    { serif: PLAIN },
    { serif: { ...PLAIN, card: ['@fontsource/public-sans/files/public-sans-latin-600-normal.woff'] } },
    { sans: { ...PLAIN, fallbacks: ['serif'] } },
  ],
  sizes: [{ base: ['1.0625rem', 1.6] }],
  widths: [{ page: '72rem' }],
}

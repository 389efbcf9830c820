import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import { dark, darkContrast, light, lightContrast } from './colours.ts'

/** What a dark page asks of its pictures, so that a pale one does not glare. */
const DIMMED = 'brightness(0.88)'

const variables = (colours: Record<string, string>) =>
  Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--${name}`, value]))

export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      // For what lies over a picture, in both themes.
      white: '#ffffff',
      black: '#000000',
      ...Object.fromEntries(Object.keys(light).map((name) => [name, `var(--${name})`])),
      /** The colour of the section that an element belongs to; named by data-section. */
      section: 'var(--section-ink)',
    },
    fontFamily: {
      serif: 'var(--font-serif)',
      sans: 'var(--font-sans)',
    },
    fontSize: {
      '2xs': ['0.75rem', '1.35'],
      xs: ['0.8125rem', '1.4'],
      sm: ['0.875rem', '1.45'],
      base: ['1rem', '1.5'],
      lg: ['1.125rem', '1.4'],
      /** What is read at length: the reader's own choice of size multiplies it. */
      body: ['calc(clamp(1.125rem, 1.07rem + 0.28vw, 1.25rem) * var(--text-scale))', '1.56'],
      dek: ['clamp(1.125rem, 1.05rem + 0.4vw, 1.375rem)', '1.42'],
      'title-sm': ['1.0625rem', '1.25'],
      title: ['clamp(1.1875rem, 1.13rem + 0.28vw, 1.375rem)', '1.2'],
      'title-lg': ['clamp(1.5rem, 1.35rem + 0.7vw, 2rem)', '1.14'],
      headline: ['clamp(1.875rem, 1.55rem + 1.5vw, 2.75rem)', '1.1'],
      masthead: ['clamp(2rem, 1.6rem + 1.9vw, 3.25rem)', '1'],
    },
    extend: {
      /** A text column, a list or form that stands alone, and a picture that reaches out of the text. */
      maxWidth: { measure: '40rem', column: '52rem', wide: '58rem' },
      letterSpacing: { label: '0.04em' },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': {
          colorScheme: 'light',
          '--dark-mix': '0%',
          '--text-scale': '1',
          '--picture': 'none',
          ...variables(light),
        },
        // Paper is white in either theme.
        '@media screen and (prefers-color-scheme: dark)': {
          ':root:not([data-theme="light"])': {
            colorScheme: 'dark',
            '--dark-mix': '52%',
            '--picture': DIMMED,
            ...variables(dark),
          },
        },
        '@media screen': {
          ':root[data-theme="dark"]': {
            colorScheme: 'dark',
            '--dark-mix': '52%',
            '--picture': DIMMED,
            ...variables(dark),
          },
        },
        '@media (prefers-contrast: more)': {
          ':root': { '--picture': 'none', ...variables(lightContrast) },
        },
        '@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark)': {
          ':root:not([data-theme="light"])': { '--picture': 'none', ...variables(darkContrast) },
        },
        '@media screen and (prefers-contrast: more)': {
          ':root[data-theme="dark"]': { '--picture': 'none', ...variables(darkContrast) },
        },
      })
    }),
  ],
} satisfies Config

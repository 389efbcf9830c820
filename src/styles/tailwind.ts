import type { Config } from 'tailwindcss'
import { DEFAULT_THEME } from './default-theme.ts'

/** The names by which classes and style sheets ask for a theme; theme-css.ts has the values. */
const { light, sizes, widths } = DEFAULT_THEME

export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      // For what lies over a picture, in both themes.
      white: '#ffffff',
      black: '#000000',
      ...variables(Object.keys(light), ''),
      /** The colour of the section that an element belongs to; named by data-section. */
      section: 'var(--section-ink)',
    },
    fontFamily: {
      serif: 'var(--font-serif)',
      sans: 'var(--font-sans)',
    },
    fontSize: Object.fromEntries(
      Object.keys(sizes).map((name) => {
        const size = `var(--size-${name})`
        return [name, [name === 'body' ? `calc(${size} * var(--text-scale))` : size, `var(--line-${name})`]]
      }),
    ),
    extend: {
      maxWidth: variables(Object.keys(widths), 'width-'),
      letterSpacing: { label: '0.04em' },
    },
  },
} satisfies Config

function variables(names: readonly string[], prefix: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `var(--${prefix}${name})`]))
}

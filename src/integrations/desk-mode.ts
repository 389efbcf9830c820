import type { AstroIntegration } from 'astro'

/**
 * Tells the pages whether they are shown at the desk, by `astro dev`, or built
 * for readers. Astro's own `import.meta.env.DEV` will not do: a variable DEV in
 * the environment changes it, and drafts hang on it.
 */
export function deskMode(): AstroIntegration {
  return {
    name: 'warta-desk-mode',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { define: { __AT_THE_DESK__: JSON.stringify(command === 'dev') } } })
      },
    },
  }
}

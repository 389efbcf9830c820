import type { Plugin } from 'vite'

/** Vite's plugin that tells the names of the scripts and styles that browsers get, before any page is rendered. */
export function assetNames(tell: (names: string[]) => void): Plugin {
  return {
    name: 'warta-asset-names',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: { order: 'post', handler: (_, bundle) => tell(Object.keys(bundle)) },
  }
}

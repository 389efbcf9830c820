import { rm } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'

/**
 * Makes Astro write its list of content images anew. It is one file for
 * `astro dev` and `astro build`, and a build whose own entries have not changed
 * keeps what is there: after a day at the desk, the pictures of drafts.
 */
export function freshAssetList(): AstroIntegration {
  return {
    name: 'warta-fresh-asset-list',
    hooks: {
      'astro:config:setup': ({ config }) =>
        rm(new URL('.astro/content-assets.mjs', config.root), { force: true }),
    },
  }
}

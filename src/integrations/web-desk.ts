import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build, type Plugin } from 'vite'

/** Names the version of all that it bundles. */
const LOCK = 'node_modules/@sveltia/cms/package.json'

/**
 * Adds the script of the web desk, `/admin/desk.js`, and what it loads. It is
 * bundled once for each version of Sveltia CMS and kept in Astro's cache: that
 * takes longer than most builds.
 * @param entry the desk's script, absolute
 */
export function webDesk({ entry }: { entry: string }): AstroIntegration {
  let cache = ''
  return {
    name: 'warta-web-desk',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(config.cacheDir)
      },
      'astro:build:done': async ({ dir }) => {
        const sources = await Promise.all([LOCK, entry].map((file) => readFile(file)))
        const digest = createHash('sha256').update(Buffer.concat(sources)).digest('hex')
        const bundle = join(cache, `web-desk-${digest.slice(0, 16)}`)
        if (!existsSync(bundle)) await make(entry, bundle)
        await cp(bundle, join(fileURLToPath(dir), 'admin'), { recursive: true })
      },
    },
  }
}

async function make(entry: string, folder: string): Promise<void> {
  const unfinished = `${folder}-${process.pid}`
  await build({
    configFile: false,
    root: join(entry, '..'),
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [withoutGrammars()],
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rollupOptions: { input: entry, output: { entryFileNames: 'desk.js' } },
    },
  })
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }))
}

/** Leaves out the colours for code in some 300 languages, 10 MB that no news article needs. */
function withoutGrammars(): Plugin {
  return {
    name: 'warta-without-grammars',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith('@shikijs/langs/') ? '\0no-grammar' : undefined),
    load: (id) => (id === '\0no-grammar' ? 'export default []' : undefined),
  }
}

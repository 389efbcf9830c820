import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, type Plugin } from 'vite'
import { moduleFile, moduleFingerprint } from '#cache/program-fingerprint.ts'

const ENTRY = 'src/web-desk/browser/main.ts'
const OWN = 'src/build/web-desk-script.ts'

/**
 * Adds the script of the web desk, `/admin/desk.js`, and what it loads. It is
 * bundled once and kept among the caches until a source changes: that takes
 * as long as the rest of a small build.
 * @param site the folder of the output
 * @param caches the folder of the output's caches; all paths are absolute
 */
export async function addWebDesk(site: string, caches: string): Promise<void> {
  const cache = join(caches, 'web-desk')
  const bundle = join(cache, moduleFingerprint([ENTRY, OWN]).slice(0, 12))
  if (!existsSync(bundle)) {
    await rm(cache, { recursive: true, force: true })
    await make(moduleFile(ENTRY), bundle)
  }
  await cp(bundle, join(site, 'admin'), { recursive: true, preserveTimestamps: true })
}

/** Builds beside `folder` first: one that is there is whole. */
async function make(entry: string, folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  await build({
    configFile: false,
    root: dirname(entry),
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
  await mkdir(dirname(folder), { recursive: true })
  await rename(unfinished, folder)
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

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { newsroomImports } from '#build/newsroom-imports.ts'
import { outletTexts } from '#build/outlet-texts.ts'
import { buildSettings } from '#build/settings.ts'
import { keepHeapsSmall } from '#build/small-heap.ts'
import { warta } from '#build/warta.ts'
import { buildMoment } from '#desk/moment.ts'
import { readSite } from '#desk/read-site.ts'
import { PROGRAM_ROOT } from '#program-root.ts'
import { fonts } from '#styles/fonts.ts'

keepHeapsSmall()
buildMoment()
const settings = buildSettings()
const { newsroom } = settings
const site = await readSite(newsroom)
const { origin, pathname: base } = new URL(site.url)

/** Astro's config of the newsroom that NEWSROOM names, or of the one in which Astro is started. */
export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  srcDir: join(PROGRAM_ROOT, 'src'),
  outDir: settings.outDir,
  publicDir: newsroom.publicFiles,
  fonts,
  // What else the policy of a page says stands in src/domain/content-policy.ts.
  security: { csp: true },
  image: { service: { entrypoint: '#picture-service.ts' } },
  // While one page is written, and its card drawn, others are rendered.
  build: { concurrency: 32 },
  logger: { entrypoint: new URL('./build/astro-internals/page-log.js', import.meta.url) },
  // Articles have no coloured code, and Astro warns of its colours' inline styles.
  markdown: { syntaxHighlight: false },
  integrations: [warta(settings, site)],
  vite: {
    define: { __PROGRAM_ROOT__: JSON.stringify(PROGRAM_ROOT) },
    // The outlet's texts before what would find the program's module in their place.
    plugins: [tailwindcss(), outletTexts(newsroom.texts), newsroomImports(newsroom.root)],
    resolve: {
      alias: [
        { find: '#site.config.ts', replacement: newsroom.siteConfig },
        // The names of scaled pictures hold a digest of Astro's settings for them, and no path of a machine may be in it.
        {
          find: '#picture-service.ts',
          replacement: fileURLToPath(import.meta.resolve('#picture-service.ts')),
        },
        // An outlet's own, in place of the one that global.css names.
        ...(existsSync(newsroom.tailwindConfig)
          ? [{ find: /^\.\/tailwind\.[jt]s$/, replacement: newsroom.tailwindConfig }]
          : []),
      ],
    },
    server: {
      fs: { allow: [PROGRAM_ROOT, newsroom.root, '.'] },
      // What builds leave: of an archive more files than a system may watch.
      watch: { ignored: ['**/.cache/**', '**/.dist-*/**'] },
    },
  },
})

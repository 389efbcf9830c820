import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { outletOverrides } from '#build/looks/overrides.ts'
import { outletTheme } from '#build/looks/theme.ts'
import { newsroomImports } from '#build/newsroom-imports.ts'
import { outletTexts } from '#build/outlet-texts.ts'
import { buildSettings } from '#build/settings.ts'
import { keepHeapsSmall } from '#build/small-heap.ts'
import { warta } from '#build/warta.ts'
import { languagesOf } from '#domain/languages.ts'
import { cachesOf } from '#desk/caches.ts'
import { buildMoment } from '#desk/moment.ts'
import { PROGRAM_ROOT } from '#program-root.ts'
import { fontsOf } from '#styles/fonts.ts'

// As Node has loaded it: a config that could not be loaded is tried once more by Vite, which finds less of what an
// outlet imports, and only that error is told.
const require = createRequire(import.meta.url)
const { readOutlet } = require('#desk/read-outlet.ts') as typeof import('#desk/read-outlet.ts')

keepHeapsSmall()
buildMoment()
const settings = buildSettings()
const { newsroom } = settings
const outlet = await readOutlet(newsroom)
const { origin, pathname: base } = new URL(outlet.site.url)

/** Astro's config of the newsroom that NEWSROOM names, or of the one in which Astro is started. */
export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  srcDir: join(PROGRAM_ROOT, 'src'),
  outDir: settings.outDir,
  publicDir: newsroom.publicFiles,
  fonts: fontsOf(outlet.theme, {
    outlet: newsroom.root,
    languages: [outlet.site.articleLanguage, ...languagesOf(outlet.site).map(({ locale }) => locale)],
    caches: cachesOf(newsroom.root),
  }),
  // What else the policy of a page says stands in src/domain/content-policy.ts.
  security: { csp: true },
  image: { service: { entrypoint: '#picture-service.ts' } },
  // While one page is written, and its card drawn, others are rendered.
  build: { concurrency: 32 },
  logger: { entrypoint: new URL('./build/astro-internals/page-log.js', import.meta.url) },
  // Articles have no coloured code, and Astro warns of its colours' inline styles.
  markdown: { syntaxHighlight: false },
  integrations: [warta(settings, outlet)],
  vite: {
    define: { __PROGRAM_ROOT__: JSON.stringify(PROGRAM_ROOT) },
    plugins: [
      outletTheme(newsroom),
      outletOverrides(newsroom),
      tailwindcss(),
      // The outlet's texts before what would find the program's module in their place.
      outletTexts(newsroom.texts),
      newsroomImports(newsroom.root),
    ],
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

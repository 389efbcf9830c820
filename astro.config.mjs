import { existsSync } from 'node:fs'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { keepHeapsSmall } from '#build/small-heap.ts'
import { newsroomImports } from '#build/newsroom-imports.ts'
import { buildSettings } from '#build/settings.ts'
import { warta } from '#build/warta.ts'
import { buildMoment } from '#desk/moment.ts'
import { readSite } from '#desk/read-site.ts'
import { fonts } from './src/styles/fonts.ts'

keepHeapsSmall()
buildMoment()
const settings = buildSettings()
const { newsroom } = settings
const site = await readSite(newsroom)
const { origin, pathname: base } = new URL(site.url)

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  outDir: settings.outDir,
  publicDir: existsSync(newsroom.publicFiles) ? newsroom.publicFiles : 'public',
  fonts,
  // What else the policy of a page says stands in src/domain/content-policy.ts.
  security: { csp: true },
  image: { service: { entrypoint: '/src/picture-service.ts' } },
  // While one page is written, and its card drawn, others are rendered.
  build: { concurrency: 32 },
  logger: { entrypoint: './src/build/astro-internals/page-log.js' },
  // Articles have no coloured code, and Astro warns of its colours' inline styles.
  markdown: { syntaxHighlight: false },
  integrations: [warta(settings, site)],
  vite: {
    plugins: [tailwindcss(), newsroomImports(newsroom.root)],
    resolve: { alias: { '#site.config.ts': newsroom.siteConfig } },
    // What builds leave: of an archive more files than a system may watch.
    server: { watch: { ignored: ['**/.cache/**', '**/.dist-*/**'] } },
  },
})

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { cacheFolder } from '#cache/caches.ts'
import { isLossAccepted } from '#desk/accepted-loss.ts'
import { cachesOf } from '#desk/caches.ts'
import { CHANGED_CHANNEL } from '#desk/changed-article.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { HELD_BACK_CHANNEL, tellHeldBack } from '#desk/held-back.ts'
import { buildMoment } from '#desk/moment.ts'
import { isPreviewAsked } from '#desk/preview.ts'
import { readSite } from '#desk/read-site.ts'
import { partsGiven, shardAsked } from '#desk/shard.ts'
import { isVerifyAllAsked } from '#desk/verify-all.ts'
import { showMistakes } from '#dev-server/show-mistakes.ts'
import { linksFor } from '#domain/links.ts'
import { newsroomImports } from '#build/newsroom-imports.ts'
import { oneBuildAtATime } from '#build/publish/lock/one-build.ts'
import { madeFiles } from '#build/made-files.ts'
import { madeFor } from '#build/made-for.ts'
import { precompressed } from '#build/publish/precompressed.ts'
import { release } from '#build/publish/release.ts'
import { searchIndex } from '#build/search/search-index.ts'
import { trueSitemap } from '#build/sitemap.ts'
import { keepHeapsSmall } from '#build/astro-internals/small-heap.ts'
import { starterFiles } from '#build/given/starter-files.ts'
import { textFile } from '#build/given/text-file.ts'
import { toldAtEnd } from '#build/told-at-end.ts'
import { verify } from '#build/verify/verify.ts'
import { webDesk } from '#build/web-desk.ts'
import { writeHeaders } from '#syndication/response-headers.ts'
import { fonts } from './src/styles/fonts.ts'

keepHeapsSmall()
const newsroom = newsroomFolder()
const site = await readSite(newsroom)
const { origin, pathname: base } = new URL(site.url)
const links = linksFor(site)
buildMoment()
const preview = isPreviewAsked()
const made = madeFiles()
// A preview's are its own, so that no later build finds in them what was held back.
const caches = join(cachesOf('.'), preview ? 'preview' : 'build')

// Made by the search while the pages are looked through, and kept true by it.
const apart = ['pagefind']
const isShard = shardAsked() !== undefined

const { root, readership: _readership, ...parts } = newsroom
const sources = [
  ...Object.values(parts),
  ...['src', 'public', 'node_modules', '.git'].map((path) => resolve(path)),
]
const cards = cacheFolder('cards', cachesOf(root))
const [workspace, copied, published] = release({
  sources,
  newsroom: root,
  workspaces: caches,
  made,
  apart,
  isShard,
  parts: partsGiven(),
  verifyAll: isVerifyAllAsked(),
  ready: (file) => cards.get(/^cards\/(.+)\.png$/.exec(file)?.[1] ?? '')?.path,
})

// What needs all pages of a site.
const whole = [
  // Nothing of a preview is for search engines.
  ...(preview ? [] : [trueSitemap({ made, others: [links.absolute(links.newsSitemap())] })]),
  ...(site.webDesk && !preview ? [webDesk()] : []),
  starterFiles(resolve('public')),
  textFile('_headers', writeHeaders(base.replace(/\/?$/, '/'))),
  toldAtEnd(HELD_BACK_CHANNEL, (heldBack) => tellHeldBack(heldBack, { preview })),
  // A file that is packed beside another is copied too.
  ...(site.precompressed ? [] : [copied]),
  verify({
    site: site.url,
    given: [newsroom.publicFiles, resolve('public')],
    programs: ['admin'],
    apart,
    maxLoss: site.publish.maxLoss,
    acceptLoss: isLossAccepted(),
    preview,
    made,
  }),
  searchIndex(site.search, made, CHANGED_CHANNEL),
  ...(site.precompressed ? [precompressed(made), copied] : []),
]

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR || 'dist',
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
  integrations: [
    madeFor({ preview }),
    showMistakes({ root, locale: site.locale }),
    oneBuildAtATime(),
    workspace,
    ...(isShard ? [] : whole),
    published,
  ],
  vite: {
    plugins: [tailwindcss(), newsroomImports(root)],
    resolve: { alias: { '#site.config.ts': newsroom.siteConfig } },
    // What builds leave: of an archive more files than a system may watch.
    server: { watch: { ignored: ['**/.cache/**', '**/.dist-*/**'] } },
  },
})

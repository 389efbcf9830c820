import { pathToFileURL } from 'node:url'
import sitemap from '@astrojs/sitemap'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { existsSync } from 'node:fs'
import { newsroomFolder } from '#desk/folder.ts'
import { buildMoment } from '#desk/moment.ts'
import { parseSite } from '#domain/site.ts'
import { fonts } from './src/styles/fonts.ts'

const newsroom = newsroomFolder()
const site = parseSite((await import(pathToFileURL(newsroom.siteConfig).href)).default)
const { origin, pathname } = new URL(site.url)
buildMoment()

export default defineConfig({
  site: origin,
  base: pathname,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR || 'dist',
  publicDir: existsSync(newsroom.publicFiles) ? newsroom.publicFiles : 'public',
  fonts,
  integrations: [sitemap()],
  vite: {
    plugins: [tailwindcss()],
    resolve: { alias: { '#site.config.ts': newsroom.siteConfig } },
  },
})

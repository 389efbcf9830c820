import type { RequestListener } from 'node:http'
import { extname } from 'node:path'
import type { Site } from '#domain/site.ts'
import type { Dictionary } from '#i18n/texts.ts'
import type { Bundle } from './bundle.ts'
import { page } from './page.ts'

const PATH = '/moderate'
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Waline asks whence its own page comes; nobody else learns of it.
  'Referrer-Policy': 'same-origin',
}

/** Answers below /moderate/, and leaves the rest to `next`. Its files are made when first asked for. */
export function moderationPage(site: Site, texts: Dictionary, next: RequestListener): RequestListener {
  let made: Promise<Bundle> | undefined
  return async (request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    const isOurs = path === PATH || path.startsWith(`${PATH}/`)
    if (!isOurs || request.method !== 'GET') return next(request, response)
    if (path === PATH) return response.writeHead(308, { Location: 'moderate/' }).end()
    try {
      // Vite is loaded with it, which readers have no need of.
      made ??= import('./bundle.ts').then(({ bundle }) => bundle())
      const { script, style, files } = await made
      const name = path.slice(PATH.length + 1)
      if (name === '') {
        const headers = {
          ...HEADERS,
          'Content-Type': 'text/html; charset=utf-8',
          'Cache-Control': 'no-store',
        }
        return response.writeHead(200, headers).end(page(site, texts, { script, style }))
      }
      const file = files.get(name)
      if (file === undefined) return next(request, response)
      return response
        .writeHead(200, {
          ...HEADERS,
          'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
          'Cache-Control': 'public, max-age=31536000, immutable',
        })
        .end(file)
    } catch (error) {
      made = undefined
      console.error(error)
      return response.writeHead(500, HEADERS).end()
    }
  }
}

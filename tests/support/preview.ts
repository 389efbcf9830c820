import { resolve } from 'node:path'
import { preview as vitePreview } from 'vite'

export interface Preview {
  /** Address of the site's front page. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves a built site on a free port of loopback. By Vite, which `astro
 * preview` is made of: Astro itself refuses a second preview on one machine.
 */
export async function preview(outDir: string, base = '/'): Promise<Preview> {
  const server = await vitePreview({
    configFile: false,
    logLevel: 'error',
    appType: 'mpa',
    base,
    build: { outDir: resolve(outDir) },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error(`${outDir} is not served`)
  return { url, close: () => server.close() }
}

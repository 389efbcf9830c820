import type { Backend } from '@sveltia/cms'
import type { WebDeskSettings } from '#domain/web-desk-settings.ts'

/** Where each kind of server's API is, for those who name no server of their own. */
const PUBLIC_API = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com/api/v4',
  gitea: 'https://gitea.com/api/v1',
}

// Where there is nothing else to sign in at, the CMS would send authors to a service of Netlify's.
const BY_TOKEN = { auth_methods: ['token' as const] }

/** The repository as Sveltia CMS wants it named. */
export function backendFor({ backend, repo, branch, apiRoot, baseUrl, appId }: WebDeskSettings): Backend {
  const repository = { repo, branch, api_root: apiRoot, base_url: baseUrl }
  switch (backend) {
    case 'github':
      return { name: backend, ...repository, ...(baseUrl === undefined && BY_TOKEN) }
    case 'gitlab':
      return {
        name: backend,
        ...repository,
        ...(appId === undefined ? BY_TOKEN : { auth_type: 'pkce', app_id: appId }),
      }
    case 'gitea':
      return { name: backend, ...repository, ...(appId === undefined ? BY_TOKEN : { app_id: appId }) }
  }
}

/**
 * The content security policy of the desk's page, for a meta element: only the
 * outlet's own files, and the repository's server. What the CMS asks elsewhere
 * of its own accord, such as whether there is a newer version, is refused.
 */
export function contentPolicy({ backend, apiRoot, baseUrl }: WebDeskSettings): string {
  const api = new URL(apiRoot ?? PUBLIC_API[backend]).origin
  // GitHub's signing in is a window of its own, and asks for nothing from the page.
  const signIn = backend === 'github' || baseUrl === undefined ? [] : [new URL(baseUrl).origin]
  const servers = [...new Set([api, ...signIn])]
  const portraits =
    backend === 'github' && apiRoot === undefined ? ['https://avatars.githubusercontent.com'] : servers
  return [
    ["default-src 'none'"],
    // The desk turns photographs into WebP in the browser.
    ["script-src 'self' 'wasm-unsafe-eval'"],
    ["style-src 'self' 'unsafe-inline'"],
    ["font-src 'self'"],
    ["img-src 'self' blob: data:", ...portraits],
    ["media-src 'self' blob:"],
    ["connect-src 'self' blob: data:", ...servers],
    ["worker-src 'self' blob:"],
    ["base-uri 'none'"],
    ["form-action 'none'"],
  ]
    .map((directive) => directive.join(' '))
    .join('; ')
}

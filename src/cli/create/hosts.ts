import type { Host as PublishHost } from '#domain/host.ts'

/**
 * Where an outlet may be published: what is asked, the workflow that does it, and the setting by which its limits are
 * known; of a host's plans the smallest, as a build then stops before the host would.
 */
export const HOSTS = {
  'github-pages': { label: 'GitHub Pages', workflow: 'github-pages.yml', compresses: true, limits: 'github' },
  netlify: { label: 'Netlify', workflow: 'build-hook.yml', compresses: true, limits: 'netlify' },
  cloudflare: {
    ...{ label: 'Cloudflare Pages', workflow: 'build-hook.yml', compresses: true },
    limits: 'cloudflare-free',
  },
  server: { label: 'a server of your own', workflow: 'server.yml', compresses: false, limits: 'own' },
  none: { label: 'somewhere else, or not yet', workflow: undefined, compresses: true, limits: 'own' },
} as const satisfies Record<
  string,
  { label: string; workflow: string | undefined; compresses: boolean; limits: PublishHost }
>

export type Host = keyof typeof HOSTS

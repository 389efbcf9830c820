/** Where an outlet may be published: what is asked, and the workflow that does it, a file of `workflows/`. */
export const HOSTS = {
  'github-pages': { label: 'GitHub Pages', workflow: 'github-pages.yml', compresses: true },
  netlify: { label: 'Netlify', workflow: 'build-hook.yml', compresses: true },
  cloudflare: { label: 'Cloudflare Pages', workflow: 'build-hook.yml', compresses: true },
  server: { label: 'a server of your own', workflow: 'server.yml', compresses: false },
  none: { label: 'somewhere else, or not yet', workflow: undefined, compresses: true },
} as const satisfies Record<string, { label: string; workflow: string | undefined; compresses: boolean }>

export type Host = keyof typeof HOSTS

/** What a host takes of one site; a limit that it does not have is absent. */
export interface HostLimits {
  /** As readers of a message know it. */
  name: string
  files?: number
  /** In one folder, those of folders within it not counted. */
  filesInFolder?: number
  /** Of all files together, as they are uploaded. */
  bytes?: number
  /** Of one file. */
  fileBytes?: number
  /** Where the host says so. */
  source?: string
}

const MIB = 2 ** 20
const GIB = 2 ** 30
const CLOUDFLARE = 'https://developers.cloudflare.com/pages/platform/limits/'

/** Where an outlet may be published, and what each host refuses beyond. */
export const HOSTS = {
  'cloudflare-free': {
    ...{ name: 'Cloudflare Pages, free plan', source: CLOUDFLARE },
    ...{ files: 20_000, fileBytes: 25 * MIB },
  },
  cloudflare: {
    ...{ name: 'Cloudflare Pages, paid plans', source: CLOUDFLARE },
    ...{ files: 100_000, fileBytes: 25 * MIB },
  },
  github: {
    name: 'GitHub Pages',
    bytes: GIB,
    source: 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
  },
  gitlab: {
    ...{ name: 'GitLab Pages', files: 200_000, bytes: GIB },
    source: 'https://docs.gitlab.com/user/gitlab_com/#gitlab-pages',
  },
  netlify: {
    ...{ name: 'Netlify', filesInFolder: 54_000 },
    source: 'https://docs.netlify.com/site-deploys/overview/',
  },
  'azure-free': {
    ...{ name: 'Azure Static Web Apps, free plan', files: 15_000, bytes: 250 * MIB },
    source: 'https://learn.microsoft.com/azure/static-web-apps/quotas',
  },
  azure: {
    ...{ name: 'Azure Static Web Apps, standard plan', files: 15_000, bytes: 500 * MIB },
    source: 'https://learn.microsoft.com/azure/static-web-apps/quotas',
  },
  own: { name: 'a server of the outlet’s own' },
} as const satisfies Record<string, HostLimits>

export type Host = keyof typeof HOSTS

export const HOST_NAMES = Object.keys(HOSTS) as Host[]

import type { HostedRepository } from '#publisher/git/repository-address.ts'
import type { ForgeKind } from '#publisher/settings.ts'

/** What a server of git shows beside a commit. */
export interface CommitStatus {
  commit: string
  state: 'success' | 'failure' | 'error'
  /** One line. */
  description: string
  /** Where there is more to read. */
  targetUrl?: string | undefined
}

export interface StatusRequest {
  url: string
  headers: Record<string, string>
  body: Record<string, string>
}

/** By which the statuses of this publisher are told from others. */
const CONTEXT = 'publisher'

/** How a server is asked to show a status: a request with the token in a header. */
type Adapter = (repository: HostedRepository, status: CommitStatus, token: string) => StatusRequest

/** https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
const github: Adapter = ({ origin, path }, { commit, state, description, targetUrl }, token) => ({
  // Of GitHub's own site the API has another host; an Enterprise server has it below its own.
  url: `${origin === 'https://github.com' ? 'https://api.github.com' : `${origin}/api/v3`}/repos/${path}/statuses/${commit}`,
  headers: {
    Accept: 'application/vnd.github+json',
    Authorization: `Bearer ${token}`,
    'X-GitHub-Api-Version': '2022-11-28',
  },
  body: { state, context: CONTEXT, description: shortened(description, 140), ...linkTo(targetUrl) },
})

/** https://docs.gitlab.com/api/commits/#set-commit-pipeline-status */
const gitlab: Adapter = ({ origin, path }, { commit, state, description, targetUrl }, token) => ({
  url: `${origin}/api/v4/projects/${encodeURIComponent(path)}/statuses/${commit}`,
  headers: { 'PRIVATE-TOKEN': token },
  body: {
    state: { success: 'success', failure: 'failed', error: 'failed' }[state],
    name: CONTEXT,
    description: shortened(description, 255),
    ...linkTo(targetUrl),
  },
})

/** https://codeberg.org/api/swagger#/repository/repoCreateStatus, which is Gitea's too */
const forgejo: Adapter = ({ origin, path }, { commit, state, description, targetUrl }, token) => ({
  url: `${origin}/api/v1/repos/${path}/statuses/${commit}`,
  headers: { Authorization: `token ${token}` },
  body: { state, context: CONTEXT, description: shortened(description, 255), ...linkTo(targetUrl) },
})

const ADAPTERS: Record<ForgeKind, Adapter> = { github, gitlab, forgejo }

/** @param kind undefined: as the repository's host is called */
export function statusRequest(
  repository: HostedRepository,
  status: CommitStatus,
  { token, kind = kindOf(repository) }: { token: string; kind?: ForgeKind | undefined },
): StatusRequest {
  return ADAPTERS[kind](repository, status, token)
}

/** What most of the servers of the world are: one of one's own is told in PUBLISHER_FORGE. */
function kindOf({ origin }: HostedRepository): ForgeKind {
  const { hostname } = new URL(origin)
  if (/(^|\.)github\./.test(hostname)) return 'github'
  return /(^|\.)gitlab\./.test(hostname) ? 'gitlab' : 'forgejo'
}

function linkTo(url: string | undefined): Record<string, string> {
  return url === undefined ? {} : { target_url: url }
}

function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`
}

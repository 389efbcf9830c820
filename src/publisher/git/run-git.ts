import { execFile } from 'node:child_process'

export interface GitOptions {
  /** The folder of git's own files, and the one of the files that are checked out. */
  gitDir?: string
  workTree?: string
  env: NodeJS.ProcessEnv
  /** Milliseconds after which git is ended. */
  timeout?: number
}

/** A network that does not answer must not hold a publication up for ever. */
const TIMEOUT = 10 * 60_000
const MOST = 256 * 1024 * 1024

/** What git says when it cannot do a thing, for the desk. */
class GitError extends Error {
  override name = 'GitError'
}

/**
 * Runs git, which asks nobody anything.
 * @returns what it has printed
 * @throws GitError with the first lines of what it says
 */
export function runGit(
  args: readonly string[],
  { gitDir, workTree, env, timeout = TIMEOUT }: GitOptions,
): Promise<string> {
  const folders = {
    ...(gitDir !== undefined && { GIT_DIR: gitDir }),
    ...(workTree !== undefined && { GIT_WORK_TREE: workTree }),
  }
  const options = {
    ...(workTree !== undefined && { cwd: workTree }),
    env: {
      ...env,
      ...folders,
      GIT_TERMINAL_PROMPT: '0',
      GIT_SSH_COMMAND: env.GIT_SSH_COMMAND ?? 'ssh -o BatchMode=yes',
      // Its messages are looked at, and told beside ours.
      LC_ALL: 'C',
    },
    timeout,
    maxBuffer: MOST,
  }
  return new Promise((done, fail) => {
    execFile('git', [...args], options, (error, stdout, stderr) => {
      if (!error) return done(stdout)
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && stderr === '')
        return fail(
          new GitError(
            'git cannot be run: install it (apt-get install git), or look whether the folder is there.',
          ),
        )
      const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !/^hint:/.test(line))
      const said = lines.slice(0, 2).join(' ').slice(0, 500)
      fail(new GitError(said || (error.killed ? 'git did not end in time.' : error.message)))
    })
  })
}

/**
 * The environment by which git shows a token to a server of https, and to that one alone: no list of processes has it.
 * @param token GitHub, GitLab and Forgejo take it as a password, whatever the user is called
 */
export function withToken(
  env: NodeJS.ProcessEnv,
  address: string,
  token: string | undefined,
): NodeJS.ProcessEnv {
  const url = URL.parse(address)
  if (token === undefined || url?.protocol !== 'https:') return env
  const count = Number(env.GIT_CONFIG_COUNT ?? 0)
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    ...env,
    GIT_CONFIG_COUNT: String(count + 1),
    [`GIT_CONFIG_KEY_${count}`]: `http.${url.origin}/.extraHeader`,
    [`GIT_CONFIG_VALUE_${count}`]: `Authorization: Basic ${credentials}`,
  }
}

import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Commit } from '#publisher/source.ts'
import { runGit } from './run-git.ts'

interface CheckoutFolders {
  url: string
  branch: string
  /** The folder that holds a commit's files, and nothing else; absolute. */
  folder: string
  /** The folder of git's own files, beside it. */
  gitDir: string
  /** With the token for the server. */
  env: NodeJS.ProcessEnv
}

/** What the making of a site has beside the commit's files: packages, and what Astro generates. */
const BESIDE = ['node_modules', '.astro']

/** Where a fetched branch is noted: nothing that git prunes by itself. */
const FETCHED = 'refs/publisher/fetched'
const GOOD = 'refs/publisher/good'

/**
 * A folder in which one commit of a repository after the other lies. Of a file that is the same in both, not even the
 * time changes, so that a build knows it again. Only whoever has the publisher's lock may use it.
 */
export class Checkout {
  readonly #folders: CheckoutFolders

  constructor(folders: CheckoutFolders) {
    this.#folders = folders
  }

  /**
   * The commit at the top of the branch, as the repository says; undefined where it has no such branch.
   * @throws GitError when the repository cannot be reached
   */
  async remoteHead(): Promise<string | undefined> {
    const { url, branch, env } = this.#folders
    const ref = `refs/heads/${branch}`
    const said = await runGit(['ls-remote', '--', url, ref], { env, timeout: 60_000 })
    const line = said.split('\n').find((one) => one.endsWith(`\t${ref}`))
    return line?.split('\t')[0]
  }

  /**
   * Fetches the top of the branch, without its history.
   * @returns the commit, which may be a newer one than the repository has said before
   * @throws GitError
   */
  async fetch(): Promise<string> {
    const { url, branch, gitDir } = this.#folders
    if (!existsSync(join(gitDir, 'HEAD'))) await this.#begin()
    // With a plus: whatever the branch was before, a force-push is as good as another.
    const refspec = `+refs/heads/${branch}:${FETCHED}`
    await this.#git(['fetch', '--quiet', '--no-tags', '--depth', '1', '--', url, refspec])
    return this.#commitAt(FETCHED)
  }

  /** Whether a commit is here with all of its files. */
  async has(commit: string): Promise<boolean> {
    if (!existsSync(join(this.#folders.gitDir, 'HEAD'))) return false
    return this.#git(['cat-file', '-e', `${commit}^{tree}`]).then(
      () => true,
      () => false,
    )
  }

  /**
   * Puts a commit's files into the folder, in place of all others that are there, and mends what a run before has left half done.
   * @throws GitError, say when the disk is full: the folder then holds neither commit, until the next call
   */
  async checkOut(commit: string): Promise<void> {
    const { folder, gitDir } = this.#folders
    await mkdir(folder, { recursive: true })
    // What a git that was ended has left; no other one is at work here.
    await rm(join(gitDir, 'index.lock'), { force: true })
    await this.#git(['checkout', '--quiet', '--force', '--detach', commit])
    await this.#git(['clean', '--quiet', '-ffdx', ...BESIDE.map((name) => `--exclude=${name}`)])
  }

  /** The commit that is checked out; undefined where there is none. */
  async current(): Promise<string | undefined> {
    return this.#commitAt('HEAD').catch(() => undefined)
  }

  /** Notes that a commit was published, so that git keeps it. */
  async markGood(commit: string): Promise<void> {
    await this.#git(['update-ref', GOOD, commit])
  }

  /** The commit that was published last; undefined where nobody knows. */
  async good(): Promise<string | undefined> {
    return this.#commitAt(GOOD).catch(() => undefined)
  }

  async describe(commit: string): Promise<Commit> {
    const said = await this.#git(['log', '-1', '--format=%an%x00%s', commit])
    const [author = '', subject = ''] = said.trimEnd().split('\0')
    return { id: commit, author, subject }
  }

  /** Forgets all that is here: the next fetch begins anew. */
  async discard(): Promise<void> {
    const { folder, gitDir } = this.#folders
    await Promise.all([folder, gitDir].map((path) => rm(path, { recursive: true, force: true })))
  }

  async #begin(): Promise<void> {
    const { gitDir, env } = this.#folders
    await rm(gitDir, { recursive: true, force: true })
    await mkdir(gitDir, { recursive: true })
    await runGit(['init', '--quiet', '--bare', gitDir], { env })
    for (const [key, value] of [
      ['core.bare', 'false'],
      // No line ending of a file is another here than in the commit.
      ['core.autocrlf', 'false'],
      ['core.quotePath', 'false'],
      ['gc.auto', '500'],
      ['gc.autoDetach', 'false'],
      // What is no longer in a branch goes, however often one is force-pushed.
      ['gc.pruneExpire', '1.day.ago'],
    ] as const)
      await runGit(['config', key, value], { gitDir, env })
  }

  async #commitAt(ref: string): Promise<string> {
    return (await this.#git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])).trim()
  }

  async #git(args: readonly string[]): Promise<string> {
    const { folder, gitDir, env } = this.#folders
    await mkdir(folder, { recursive: true })
    return runGit(args, { gitDir, workTree: folder, env })
  }
}

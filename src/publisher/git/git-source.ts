import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Reason } from '#publisher/publications.ts'
import type { Commit, Ready, Source, Unavailable, Unchanged } from '#publisher/source.ts'
import { Checkout } from './checkout.ts'

interface GitSourceOptions {
  url: string
  branch: string
  /** Absolute, as all paths: the folder of the checkout, and the newsroom in it. */
  checkout: string
  newsroom: string
  /** What was counted of readers' views and is in no commit, and where a newsroom has it; undefined where nothing is counted. */
  readership: { kept: string; inNewsroom: string } | undefined
  env: NodeJS.ProcessEnv
}

/** For what else than a clock the repository is asked. */
const ASKING = ['start', 'commit', 'retry'] as const

/**
 * The newest commit of a branch. A commit that is refused gives way to the one that was published last, so that what is
 * scheduled there comes out all the same.
 */
export function gitSource(options: GitSourceOptions): Source {
  const { url, branch, newsroom, readership } = options
  const checkout = new Checkout({
    ...options,
    folder: options.checkout,
    gitDir: join(dirname(options.checkout), 'repository.git'),
  })
  /** What `prepare` has made ready; what could not be published last; whether the files of git itself are in doubt. */
  let ready: string | undefined
  let refused: string | undefined
  let isDoubtful = false

  const layReadership = async () => {
    if (!readership || !existsSync(readership.kept)) return
    await mkdir(dirname(readership.inNewsroom), { recursive: true })
    await copyFile(readership.kept, readership.inNewsroom)
  }

  /** @throws GitError */
  const put = async (commit: string): Promise<void> => {
    const isHere = (await checkout.current()) === commit && ready === commit
    if (!isHere) await checkout.checkOut(commit)
    await layReadership()
  }

  /** @throws GitError; a message for the desk where the branch is gone */
  const newest = async (): Promise<string> => {
    const head = await checkout.remoteHead()
    if (head === undefined)
      throw new Error(
        `The repository ${url} has no branch "${branch}" any more. Push it again, or name another one in PUBLISHER_BRANCH.`,
      )
    // The repository answers: what is doubtful here can be had anew.
    if (isDoubtful) await checkout.discard()
    if (isDoubtful) ready = undefined
    if (await checkout.has(head)) return head
    isDoubtful = true
    const fetched = await checkout.fetch()
    isDoubtful = false
    return fetched
  }

  const prepare = async (reasons: ReadonlySet<Reason>): Promise<Ready | Unchanged | Unavailable> => {
    const asks = ASKING.some((reason) => reasons.has(reason))
    let head: string | undefined
    let trouble: string | undefined
    if (asks) {
      try {
        head = await newest()
      } catch (error) {
        trouble = `The repository ${url} cannot be published from: ${(error as Error).message}`
      }
    }
    const good = await checkout.good()
    // Nothing but a mended machine, or another commit, changes what could not be published.
    const target = head !== undefined && (head !== refused || reasons.has('retry')) ? head : (good ?? head)
    const isOnlyLook = [...reasons].every((reason) => reason === 'commit')
    if (target === undefined)
      return { state: 'unavailable', message: trouble ?? `Nothing of ${url} is here yet.` }
    if (isOnlyLook && (trouble !== undefined || target === good || target === refused))
      return { state: 'unchanged', trouble }
    try {
      isDoubtful = true
      await put(target)
      const commit = await checkout.describe(target)
      isDoubtful = false
      if (!existsSync(newsroom))
        return { state: 'unavailable', message: `The commit ${named(commit)} has no folder for NEWSROOM.` }
      ready = target
      return {
        state: 'ready',
        commit,
        isOlder: target !== head,
        trouble,
      }
    } catch (error) {
      ready = undefined
      return {
        state: 'unavailable',
        message: `The commit ${target} cannot be checked out: ${(error as Error).message}`,
      }
    }
  }

  return {
    prepare,
    async settled(outcome) {
      const commit = ready
      if (commit === undefined) return { fellBack: false }
      try {
        if (outcome === 'published') {
          await checkout.markGood(commit)
          return { fellBack: false }
        }
        refused = commit
        const good = await checkout.good()
        if (good === undefined || good === commit) return { fellBack: false }
        await put(good)
        ready = good
        return { fellBack: true }
      } catch {
        // The next publication checks out what it publishes.
        ready = undefined
        return { fellBack: false }
      }
    },
  }
}

/** `3f2a91c “Subject” (Ana)` */
export function named({ id, subject, author }: Commit): string {
  return `${id.slice(0, 7)} “${subject}” (${author})`
}

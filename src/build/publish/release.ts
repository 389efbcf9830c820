import { existsSync, renameSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { FillOrder, ReleaseFolders } from './fill-release.ts'
import type { ReleaseOrder } from './fill-worker.ts'
import { beside, livePath, nextRelease, swap } from './swap.ts'
import { Thread } from '#build/thread.ts'

/**
 * A copy of the output that is to be published: a thread fills it while the site is built, and at the very end it takes the
 * place of the published one, which until then stays as it is.
 */
export class Release {
  readonly #live: string
  readonly #dist: string
  readonly #known: readonly string[]
  readonly #thread: Promise<Thread<ReleaseOrder, string[]>>
  readonly #touched: string[] = []
  #filling: Promise<void> | undefined

  /**
   * @param folders `published` is where the site is published, `release` follows from it
   * @param known identifies the folders to which the last builds of this workspace were published
   * @param isAnew whether the folder begins empty, though it holds an earlier release
   */
  constructor(
    { built, published, damaged }: Omit<ReleaseFolders, 'release'>,
    known: readonly string[],
    isAnew: boolean,
  ) {
    this.#live = published
    this.#dist = built
    this.#known = known
    const release = nextRelease(published)
    this.#thread = (async () => {
      if (isAnew) await rm(release, { recursive: true, force: true })
      else await removeAnothers(release, known)
      const workerData: ReleaseFolders = { built, published, release, ...(damaged && { damaged }) }
      return new Thread<ReleaseOrder, string[]>(new URL('./fill-worker.ts', import.meta.url), { workerData })
    })()
  }

  /** Copies what stays of the last build, while the site is built. What fails is done in the end. */
  fillAhead(): void {
    this.#fill({ ahead: true }).catch(() => {})
  }

  /** Begins to copy the finished output. @param excluded folders of it that are not finished yet */
  fill(excluded: readonly string[]): void {
    this.#filling = this.#fill({ excluded })
    // Whoever publishes waits for it, unless something else has failed before.
    this.#filling.catch(() => {})
  }

  /**
   * Completes the copy, and puts it in the place of the published site.
   * @param folders of the output that were excluded, and are finished now
   * @param kept folders that were excluded, and of which the published ones stay
   * @param workspace in which it is recorded what every file of the site holds, unless it is undefined
   * @param record tells of files whose identity has changed, and what the two releases are, before the place is changed
   */
  async publish(
    { folders = [], kept = [] }: { folders?: readonly string[]; kept?: readonly string[] },
    workspace: string | undefined,
    record: (touched: readonly string[], releases: readonly string[]) => void,
  ): Promise<void> {
    await this.#filling
    const release = nextRelease(this.#live)
    for (const name of folders) {
      if (existsSync(join(this.#dist, name))) await this.#fill({ within: name })
      else await rm(join(release, name), { recursive: true, force: true })
    }
    const thread = await this.#thread
    for (const name of kept) await thread.ask({ keepPublished: name })
    if (workspace !== undefined) await thread.ask({ recordIn: workspace })
    await thread.end()
    record(this.#touched, [release, this.#live].map(identityOf))
    await swap(this.#live)
    // Of a preview, say: nothing of it is to be used or to stay.
    await removeAnothers(nextRelease(this.#live), this.#known)
  }

  /** Ends its thread, though nothing is published. */
  async end(): Promise<void> {
    await (await this.#thread).end()
  }

  async #fill(order: FillOrder): Promise<void> {
    const thread = await this.#thread
    this.#touched.push(...(await thread.ask(order)))
  }
}

/**
 * The place where an output folder is published. One that is empty, since a build was cut off, gets the last site back.
 * @param sources absolute paths that no output may replace, hold or lie in
 * @param root the program's folder, which it may lie in
 * @throws Error when the output folder is one of the sources, holds one, lies in one, or is a file
 */
export function publishedPlace(outDir: string, sources: readonly string[], root: string): string {
  const live = livePath(outDir)
  mustBeReplaceable(live, [...sources, root], sources)
  if (!existsSync(live) && existsSync(beside(live, 'last'))) renameSync(beside(live, 'last'), live)
  return live
}

async function removeAnothers(folder: string, known: readonly string[]): Promise<void> {
  if (!known.includes(identityOf(folder))) await rm(folder, { recursive: true, force: true })
}

/** Tells a folder from another, at the same place, at any time. */
function identityOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat ? `${stat.ino} ${stat.birthtimeMs}` : ''
}

function mustBeReplaceable(live: string, held: readonly string[], around: readonly string[]): void {
  const within = (inner: string, outer: string) =>
    `${inner}${sep}`.startsWith(`${outer.replace(/[\\/]$/, '')}${sep}`)
  const other = held.find((path) => within(path, live)) ?? around.find((path) => within(live, path))
  if (other)
    throw new Error(
      `The output folder ${live} would replace what lies in ${other}. Name another one in OUT_DIR.`,
    )
  if (existsSync(live) && !statSync(live).isDirectory()) {
    throw new Error(`The output folder ${live} is a file. Name a folder in OUT_DIR.`)
  }
}

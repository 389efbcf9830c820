import type { AstroPrerenderer } from 'astro'
import { Analyser } from './analyse/analyser.ts'
import type { KnownFile } from './analyse/known-facts.ts'
import type { Texts } from './analyse/texts.ts'
import type { BuildContext, Findings } from './build-context.ts'
import type { BuildOutput } from './build-output.ts'
import { takePublishedTimes } from './publish/published-times.ts'
import { Release } from './publish/release.ts'
import { incrementalPrerenderer } from './render/incremental-prerenderer.ts'
import { WrittenFiles } from './render/written-files.ts'
import { pageFacts, pagePathOf, searchedIn } from './search/page-facts.ts'
import { SiteSearch } from './search/site-search.ts'
import type { SealedShard, SealedSite } from './sealed-site.ts'

/** Articles whose fragments lie in one file where they are grouped: some 25 KB. */
const GROUPED = 8

/** What a build of a whole site does beside the rendering, on the cores that this leaves idle. */
interface Beside {
  analyser: Analyser
  search: SiteSearch
  release: Release
}

/** A build while its pages are rendered. */
export class RenderingSession {
  readonly #context: BuildContext
  readonly #findings: () => Findings
  readonly #written: WrittenFiles
  /** A shard does nothing beside it: what needs all pages is done where the shards come together. */
  readonly #beside: Beside | undefined

  /**
   * @param findings what the loader and the pages have said by now
   * @param damaged files of the published site that are not what was published
   */
  constructor(context: BuildContext, findings: () => Findings, damaged: readonly string[]) {
    this.#context = context
    this.#findings = findings
    this.#beside = context.settings.shard ? undefined : besideRendering(context, damaged)
    this.#written = new WrittenFiles({
      dist: context.workspace.dist,
      onFiles: (files) => this.#readAhead(files),
      onPages: (files) => this.#beginSearch(files),
    })
    // What cannot be prepared is done in the end.
    this.#prepareSearch().catch(() => {})
  }

  /** @param theirs Astro's own */
  prerenderer(theirs: AstroPrerenderer): AstroPrerenderer {
    const { workspace, base } = this.#context
    return incrementalPrerenderer(theirs, { pages: workspace.pages, written: this.#written, base })
  }

  /** All pages and endpoints are rendered and written. */
  async seal(): Promise<SealedShard | SealedSite> {
    const { workspace, base } = this.#context
    this.#takeTimes(workspace.pages.rendered())
    if (!this.#beside) {
      workspace.seal()
      return { stage: 'shard', context: this.#context }
    }
    const { analyser, search, release } = this.#beside
    const files = workspace.pages.files()
    const analysed = await analyser.analyse(files)
    const output: BuildOutput = {
      files: workspace.seal(
        (file) => analysed.get(file)?.record,
        namedByParts(analysed, analyser.texts, base),
      ),
      identityOf: workspace.identityOf,
    }
    const searched = searchedIn(analysed, analyser.texts)
    const searching = search.finish(searched)
    // Whoever waits for it gets its error, unless something else has failed before.
    searching.catch(() => {})
    const findings = this.#findings()
    return {
      stage: 'sealed',
      context: this.#context,
      findings,
      output,
      analyser,
      release,
      searched,
      searching,
    }
  }

  /** Ends what goes on beside the rendering, as nothing is to come of this build. */
  async abandon(): Promise<void> {
    this.#written.end()
    if (!this.#beside) return
    const { analyser, search, release } = this.#beside
    await Promise.allSettled([analyser.end(), search.end(), release.end()])
  }

  /** Begins with what the last build has left, which takes nothing from the making of the program, where one is made. */
  async #prepareSearch(): Promise<void> {
    if (!this.#beside) return
    const { analyser, search } = this.#beside
    const { workspace, searchedBefore } = this.#context
    const known = searchedBefore ?? searchedIn(await analyser.analyse(workspace.before()), analyser.texts)
    search.prepare(this.#findings().changedArticles, known)
  }

  #readAhead(files: readonly string[]): void {
    if (!this.#beside) return
    const { analyser, search } = this.#beside
    this.#takeTimes(files)
    void analyser.readAhead(files).then((found) =>
      search.take(
        found.flatMap(({ file, facts }) => {
          const path = pagePathOf(file)
          return path === undefined ? [] : [{ path, facts: pageFacts(path, facts, analyser.texts) }]
        }),
      ),
    )
  }

  #beginSearch(files: readonly string[]): void {
    if (!this.#beside) return
    const { analyser, search } = this.#beside
    this.#takeTimes(files)
    // Few are rendered, and to look at all would keep them waiting.
    if (this.#context.searchedBefore) return
    const pages = this.#context.workspace.pages.files().filter(({ file }) => pagePathOf(file) !== undefined)
    // What cannot be read yet is read in the end.
    analyser.analyse(pages).then(
      (found) => search.begin(searchedIn(found, analyser.texts)),
      () => {},
    )
  }

  /** Files whose bytes are published already get the published time, by which the copy sees that they are the same. */
  #takeTimes(files: readonly string[]): void {
    const { workspace, live } = this.#context
    takePublishedTimes(workspace.dist, live, files)
  }
}

/** Whether a feed or another part of the site names a file of it. */
function namedByParts(
  analysed: ReadonlyMap<string, KnownFile>,
  texts: Texts,
  base: string,
): (file: string) => boolean {
  const links = new Set<number>()
  for (const { facts } of analysed.values())
    if (facts.kind === 'part') for (const link of facts.links) links.add(link)
  const root = base.replace(/\/?$/, '/')
  return (file) =>
    [file, encodeURI(file)].some((path) => links.has(texts.numberOf(root + path) ?? Number.NaN))
}

function besideRendering(
  { settings, site, workspace, live }: BuildContext,
  damaged: readonly string[],
): Beside {
  const { dist, folder } = workspace
  const release = new Release(
    { built: dist, published: live, damaged },
    workspace.releases,
    settings.verifyAll,
  )
  // Unchanged files are copied while cache keys are computed. The copy is compared with the finished output in the end.
  release.fillAhead()
  return {
    analyser: new Analyser({ folder: dist, site: site.url }, folder),
    search: new SiteSearch({
      ...site.search,
      pagesPerFragment: site.output.searchFragments === 'grouped' ? GROUPED : 1,
      outDir: dist,
      caches: folder,
    }),
    release,
  }
}

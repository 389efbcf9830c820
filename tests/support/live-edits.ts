import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Workbench } from './workbench.ts'

const ARTICLE = 'articles/2025/06/rowing-club'
const BESIDE = `${ARTICLE}/live`
/** Where entries lie that name their article. */
const NAMED = 'src/content/live'
const COVERAGE = 'coverage: rowing-club'

/** What is done to the live coverage of the fixture newsroom. */
export const LIVE_EDITS: Record<string, (bench: Workbench) => Promise<void>> = {
  'an entry of live coverage comes': async (bench) => {
    // Some are yet to come, at the next build.
    const at = new Date((bench.clock - 86_400 + bench.random.below(3 * 86_400)) * 1000).toISOString()
    const name = at.slice(0, 19).replace('T', '-').replaceAll(':', '')
    const fields = bench.random.pick([[], ['key: true'], ['title: At last', 'authors: [budi]']])
    const [place, ...own] = bench.random.pick([[BESIDE], [NAMED, COVERAGE]])
    const folder = join(bench.newsroom, place)
    await mkdir(folder, { recursive: true })
    const text = `${frontMatter([...own, ...fields])}Entry with ${bench.random.below(1_000_000)} words.\n`
    await writeFile(join(folder, `${name}-e${bench.written++}.md`), text)
  },
  'an entry of live coverage is another': (bench) =>
    changeEntry(bench, (text) => `${text}\nOne more, ${bench.random.next()}.\n`),
  'an entry of live coverage is a key event, and pinned': (bench) =>
    changeEntry(bench, (text) => withFields(text, ['key: true', 'pinned: true'])),
  'an entry of live coverage is withdrawn, or will be': (bench) =>
    changeEntry(bench, (text) => {
      const at = new Date((bench.clock + bench.random.pick([0, 7 * 86_400])) * 1000).toISOString()
      return withFields(text, [`withdrawn: { at: ${at}, reason: It was not so. }`])
    }),
  'an entry of live coverage goes': async (bench) => {
    await rm(bench.random.pick(await entriesOf(bench)))
  },
  'live coverage ends, or goes on': async ({ newsroom }) => {
    const path = join(newsroom, `${ARTICLE}.md`)
    const text = await readFile(path, 'utf8')
    const state = text.includes('state: live') ? 'ended' : 'live'
    await writeFile(path, text.replace(/state: \w+/, `state: ${state}`))
  },
}

async function changeEntry(bench: Workbench, edit: (text: string) => string): Promise<void> {
  const path = bench.random.pick(await entriesOf(bench))
  await writeFile(path, edit(await readFile(path, 'utf8')))
}

/** Has these fields, and no others but the coverage that it names. */
function withFields(text: string, fields: string[]): string {
  const own = text.includes(COVERAGE) ? [COVERAGE] : []
  return frontMatter([...own, ...fields]) + text.replace(/^---[\s\S]*?---\n/, '')
}

function frontMatter(fields: string[]): string {
  return fields.length === 0 ? '' : `${['---', ...fields, '---'].join('\n')}\n`
}

/** Those that no text of the newsroom names. */
async function entriesOf({ newsroom }: Workbench): Promise<string[]> {
  const places = [BESIDE, NAMED].map((place) => join(newsroom, place))
  const found = await Promise.all(
    places.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))),
  )
  return found
    .flat()
    .filter((path) => /\/2025-06-11-08[^/]*\.md$|-e\d+\.md$/.test(path))
    .sort()
}

import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { isError, lineOf } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { SettingsError } from '#domain/setting-faults.ts'
import { parseSite, type Site, type SiteInput } from '#domain/site.ts'
import { build } from './build.ts'
import { articleFile } from './article-file.ts'
import { type OddFile, oddFiles } from './odd-files.ts'
import { configWith, type OddSetting, oddSettings, settingAt, usedOf } from './odd-settings.ts'
import { FIXTURE } from './sites.ts'

/** The year 2100: all but the oddest dates have come. */
const MOMENT = '4102444800'

const CONFIG = 'src/site.config.ts'
const PLAIN: SiteInput = { name: 'The Odd', tagline: 'All of it', url: 'https://odd.example/' }

type Odd = OddFile | OddSetting

interface Outcome {
  /** Files and settings that the check took, and that were built. */
  taken: number
  /** What the build said, and the fewest files with which it says so; absent when all went well. */
  fault?: string
}

/** Settings of a config and files of every kind, the same for the same seed. */
export function oddCases(count: number, seed: number): Odd[] {
  const settings = oddSettings(seed)
  return [...settings, ...oddFiles(count - settings.length, seed)]
}

/**
 * Writes odd files and settings into a newsroom below `root`, takes out what the check refuses until it takes all, and
 * builds that. Where the build fails, builds halves until those that it fails on are known.
 */
export async function buildOdd(odd: readonly Odd[], root: string): Promise<Outcome> {
  const taken = await write(odd, root)
  const output = await failing(root)
  if (output === undefined) return { taken: taken.length }
  const least = await halved(taken, root)
  await write(least, root)
  const cases = least.map(
    ({ kind, slug, text }) => `${kind} ${JSON.stringify(slug)}: ${JSON.stringify(text)}`,
  )
  return {
    taken: taken.length,
    fault: [...cases, (await failing(root)) ?? output].join('\n').slice(-6000),
  }
}

async function halved(odd: readonly Odd[], root: string): Promise<readonly Odd[]> {
  let left = odd
  while (left.length > 1) {
    const half = left.length >> 1
    const parts = [left.slice(0, half), left.slice(half)]
    let smaller: readonly Odd[] | undefined
    for (const part of parts) {
      const taken = await write(part, root)
      if ((await failing(root)) !== undefined) {
        smaller = taken
        break
      }
    }
    // It takes some of both.
    if (!smaller || smaller.length === left.length) return left
    left = smaller
  }
  return left
}

/** What a build from nothing says when it fails. */
async function failing(root: string): Promise<string | undefined> {
  await rm(join(root, 'caches'), { recursive: true, force: true })
  const { exitCode, output } = await build({
    newsroom: join(root, 'news'),
    outDir: join(root, 'site'),
    env: { SOURCE_DATE_EPOCH: MOMENT, CACHE_DIR: join(root, 'caches') },
    args: ['--accept-loss'],
  })
  return exitCode === 0 ? undefined : output
}

async function write(odd: readonly Odd[], root: string): Promise<Odd[]> {
  const newsroom = join(root, 'news')
  await rm(newsroom, { recursive: true, force: true })
  for (const place of ['src/content', 'public']) {
    await cp(join(FIXTURE, place), join(newsroom, place), { recursive: true })
  }
  await rm(join(newsroom, 'src/content/readership.json'))
  await put(
    join(newsroom, 'src/content/pages/about.md'),
    '---\ntitle: About\ndescription: About us\n---\nWords.\n',
  )
  let left = [...odd]
  for (const file of left) {
    for (const [path, text] of pathsOf(file)) await put(join(newsroom, path), text)
  }
  await putReadership(newsroom, left)
  for (;;) {
    const settings = left.filter((one) => one.kind === 'setting')
    const config = configWith(settings, PLAIN)
    const site = judged(config)
    if (Array.isArray(site)) {
      const faulty = new Set(site.map((path) => settingAt(path, settings)))
      if (faulty.has(undefined)) throw new Error(`Nothing odd stands at ${site.join(', ')}.`)
      left = left.filter((one) => one.kind !== 'setting' || !faulty.has(one))
      continue
    }
    await put(join(newsroom, CONFIG), `export default ${JSON.stringify(config)}\n`)
    const problems = await checkNewsroom(await readNewsroom(newsroomFolder(newsroom)), site)
    const errors = problems.filter(isError)
    if (errors.length === 0) return [...left.filter((one) => one.kind !== 'setting'), ...usedOf(settings)]
    const broken = new Set(errors.map(({ file }) => file))
    const faulty = errors
      .filter(({ file }) => file === CONFIG)
      .map(({ message }) => settingAt(/^[\w.]+/.exec(message)?.[0].split('.') ?? [], settings))
    const gone = left.filter((one) =>
      one.kind === 'setting' ? faulty.includes(one) : pathsOf(one).some(([path]) => broken.has(path)),
    )
    const isReadership = broken.has('src/content/readership.json')
    if (gone.length === 0 && !isReadership) throw new Error(errors.map(lineOf).join('\n'))
    for (const file of gone) {
      for (const [path] of pathsOf(file)) await rm(join(newsroom, path), { force: true })
    }
    left = left.filter((file) => !gone.includes(file) && !(isReadership && file.kind === 'readership'))
    await putReadership(newsroom, left)
  }
}

/** A config as the program knows it, or where its faults stand. */
function judged(config: SiteInput): Site | (readonly PropertyKey[])[] {
  try {
    return parseSite(config)
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map(({ path }) => path)
    throw error
  }
}

async function putReadership(newsroom: string, files: readonly Odd[]): Promise<void> {
  const views = files.flatMap(({ kind, slug, text }) =>
    kind === 'readership' ? [[slug, JSON.parse(text)]] : [],
  )
  const path = join(newsroom, 'src/content/readership.json')
  await put(path, JSON.stringify({ articles: Object.fromEntries(views) }))
}

/** The files that a case is made of, by their paths. */
function pathsOf({ kind, slug, text }: Odd): [path: string, text: string][] {
  const staff = { category: 'city', authors: '[ana]' }
  switch (kind) {
    case 'article':
      return [[`articles/${slug}.md`, text]]
    case 'comments':
      return [
        [`articles/${slug}.md`, articleFile(staff)],
        [`articles/${slug}.comments.json`, text],
      ]
    case 'readership':
      return [[`articles/${slug}.md`, articleFile(staff)]]
    case 'author':
      // Of those alone that an article names anything is made.
      return [
        [`src/content/authors/${slug}.yml`, text],
        [`articles/by-${slug}.md`, articleFile({ ...staff, authors: `[${JSON.stringify(slug)}]` })],
      ]
    case 'category':
      return [
        [`src/content/categories/${slug}.yml`, text],
        [`articles/in-${slug}.md`, articleFile({ ...staff, category: JSON.stringify(slug) })],
      ]
    case 'series':
      return [
        [`src/content/series/${slug}.yml`, text],
        [
          `articles/part-${slug}.md`,
          articleFile({ ...staff, series: `{ slug: ${JSON.stringify(slug)}, part: 1 }` }),
        ],
      ]
    case 'setting':
      return []
    case 'page':
      return [[`src/content/pages/${slug}.md`, text]]
  }
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

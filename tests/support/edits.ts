import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { ThemeInput } from '#styles/theme.ts'
import { LIVE_EDITS } from './live-edits.ts'
import type { Workbench } from './workbench.ts'

export type { Workbench }

const CATEGORIES = ['world', 'city', 'sport']
const AUTHORS = ['ana', 'budi', '007']
const TAGS = ['Harbour', 'Trade', 'Field', 'Rain', 'harbour']
const STORIES = 'articles/2025/06/stories'
/** The old address that a story has from the first: a file, or a folder of that name. */
const OLD_ADDRESS = /\/was-([\w-]+)\.html(\/[\w-]+\/)?/

const KICKER = 'components/listing/Kicker.astro'

/** Stories that nothing links to, so that they can be moved and deleted at will. */
export async function writeStories(bench: Workbench, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await addStory(bench)
}

/** Edits by their names. */
type Edits = Record<string, (bench: Workbench) => Promise<void>>

/** Each changes some pages, and leaves most as they are. */
export const CONTENT_EDITS: Edits = {
  'a story comes': async (bench) => {
    await addStory(bench)
  },
  'a story comes with a picture': async (bench) => {
    const path = await addStory(bench)
    await paint(path.replace('.md', '.png'), bench)
    const image = `image: { src: ./${nameOf(path)}.png, alt: A colour }\n`
    await change(path, (text) => text.replace('tags:', `${image}tags:`))
  },
  'a body changes': (bench) =>
    changeStory(bench, (text) => `${text}\nOne sentence more, ${bench.random.next()}.\n`),
  'a story has another title': (bench) =>
    changeStory(bench, (text) => text.replace(/title: .*/, `title: Called anew ${bench.random.below(1000)}`)),
  'a story goes': async (bench) => {
    const path = await pickStory(bench)
    await rm(path)
    await rm(commentsOf(path), { force: true })
  },
  'a story moves to another section': (bench) =>
    changeStory(bench, (text) => text.replace(/category: .*/, `category: ${bench.random.pick(CATEGORIES)}`)),
  'a file is renamed, the old address leads on': async (bench) => {
    const path = await pickStory(bench)
    const text = await readFile(path, 'utf8')
    const old = `/${/category: (.*)/.exec(text)?.[1]}/${nameOf(path)}/`
    await writeFile(path, text.replace('aliases: [', `aliases: [${old}, `))
    await rename(path, join(dirname(path), `renamed-${bench.written++}.md`))
    await rm(commentsOf(path), { force: true })
  },
  'an old address is a file that was a folder, or a folder that was a file': (bench) =>
    changeStory(bench, (text) =>
      text.replace(OLD_ADDRESS, (_, name: string, below?: string) =>
        below ? `/was-${name}.html` : `/was-${name}.html/${name}/`,
      ),
    ),
  'a file of the outlet’s own comes where an old address was': async (bench) => {
    let taken: string[] = []
    await changeStory(bench, (text) => {
      taken = OLD_ADDRESS.exec(text) ?? []
      return text.replace(OLD_ADDRESS, '/was-$1-again.html')
    })
    const [, name, below] = taken
    const path = join(bench.newsroom, `public/was-${name}.html`)
    if (below) return writeFile(path, '<!doctype html><html lang="en"><title>Own</title><h1>Own</h1></html>')
    await mkdir(path)
    await paint(join(path, 'own.png'), bench)
  },
  'a section, an author, a series and a tag have other old addresses': async (bench) => {
    const name = () => {
      const path = `list-${bench.written++}`
      return bench.random.pick([`/${path}/`, `/${path}.html`, `/${path}.html/below/`])
    }
    const content = join(bench.newsroom, 'src/content')
    for (const list of ['categories/city.yml', 'authors/ana.yml', 'series/far-away.yml'])
      await change(
        join(content, list),
        (text) => `${text.replace(/^aliases: .*\n/m, '')}aliases: [${name()}, ${name()}]\n`,
      )
    await writeFile(join(content, 'tags.yml'), `Harbour: [${name()}]\n`)
  },
  'a story is a draft again, or is none any more': (bench) =>
    changeStory(bench, (text) =>
      text.includes('draft: true\n')
        ? text.replace('draft: true\n', '')
        : text.replace('tags:', 'draft: true\ntags:'),
    ),
  'a story is corrected, now and next week': (bench) =>
    changeStory(bench, (text) =>
      text.includes('corrections:') || isToCome(text, bench)
        ? text
        : text.replace(
            'tags:',
            `corrections:\n  - { at: ${moment(bench.clock)}, note: It is so. }\n  - { at: ${moment(bench.clock + 7 * 86_400)}, note: It was not. }\ntags:`,
          ),
    ),
  'a story is withdrawn': (bench) =>
    changeStory(bench, (text) =>
      text.includes('withdrawn:') || isToCome(text, bench)
        ? text
        : text.replace('tags:', `withdrawn: { at: ${moment(bench.clock)}, reason: It was wrong. }\ntags:`),
    ),
  'a reader’s comment comes': async (bench) => {
    const path = await pickStory(bench)
    const comment = { id: 'one', name: 'Tini', at: moment(bench.clock - 3600), text: 'So it is.' }
    await writeFile(commentsOf(path), JSON.stringify([comment]))
  },
  'an author has another name': (bench) =>
    change(join(bench.newsroom, 'src/content/authors/ana.yml'), (text) =>
      text.replace(/name: .*/, `name: Ana ${bench.random.below(1000)}`),
    ),
  'a picture is another': (bench) => paint(join(bench.newsroom, 'src/content/authors/ana.png'), bench),
  'the page about the outlet changes': (bench) =>
    change(join(bench.newsroom, 'src/content/pages/about.md'), (text) => `${text}\nAnd more.\n`),
  'what is read changes': (bench) =>
    change(join(bench.newsroom, 'src/content/readership.json'), (text) => {
      const readership = JSON.parse(text) as { articles: Record<string, unknown> }
      const [first = ''] = Object.keys(readership.articles)
      const hour = moment(Math.floor(bench.clock / 3600) * 3600)
      const views = { [hour]: 1 + bench.random.below(1_000_000) }
      return JSON.stringify({ ...readership, articles: { ...readership.articles, [first]: views } })
    }),
  'breaking news come, change or are over': (bench) => {
    const { clock, newsroom, random } = bench
    const from = clock - 3600
    // Some lines are yet to come, some are over.
    const [begin, end] = random.pick([
      [from, clock + 7200],
      [clock + 1800, clock + 7200],
      [from - 7200, from],
    ]) as [number, number]
    return writeFile(
      join(newsroom, 'src/content/breaking.yml'),
      `text: Line ${random.below(1000)}\nfrom: ${moment(begin)}\nuntil: ${moment(end)}\n`,
    )
  },
  'a file of the outlet’s own comes': (bench) => paint(join(bench.newsroom, 'public/own.png'), bench),
  ...LIVE_EDITS,
  'a month goes by': async (bench) => {
    bench.clock += 30 * 86_400
  },
}

/** Each changes pages of many kinds. */
export const TEMPLATE_EDITS: Edits = {
  'a template is another': (bench) =>
    change(join(bench.root, 'src/components/listing/Kicker.astro'), (text) =>
      text.replace('<p', `<p data-changed="${bench.random.below(1000)}"`),
    ),
  'a text of the chrome is another': (bench) =>
    change(join(bench.root, 'src/i18n/en.ts'), (text) => text.replace(/related: '.*'/, "related: 'Read on'")),
}

/** Each changes names of files that pages name. */
export const ASSET_EDITS: Edits = {
  'a style is another': (bench) =>
    change(join(bench.root, 'src/styles/global.css'), (text) => `${text}\n.changed { color: red; }\n`),
  'a script is another': (bench) =>
    change(
      join(bench.root, 'src/client/save-button.ts'),
      (text) => `${text}\ndocument.body.dataset.changed = 'yes'\n`,
    ),
}

/** Each changes every page. */
export const SITE_EDITS: Edits = {
  'Markdown is made into other HTML': (bench) =>
    change(join(bench.root, 'src/markdown/render.ts'), (text) =>
      text.replace('return { html,', "return { html: html + '<!-- changed -->',"),
    ),
  'a section has another name': (bench) =>
    change(join(bench.newsroom, 'src/content/categories/city.yml'), (text) =>
      text.replace(/name: .*/, `name: City ${bench.random.below(1000)}`),
    ),
  'the outlet has another tagline': (bench) =>
    change(join(bench.newsroom, 'src/site.config.ts'), (text) =>
      text.replace(/tagline: .*/, `tagline: 'Said anew ${bench.random.below(1000)}',`),
    ),
  'lists are longer': (bench) =>
    change(join(bench.newsroom, 'src/site.config.ts'), (text) => text.replace('list: 3', 'list: 4')),
}

/** Each changes how pages look, and perhaps the cards. */
export const LOOKS_EDITS = {
  'the theme has other colours': (bench: Workbench) =>
    theme(bench, { light: { paper: bench.random.pick(['#fff1e5', '#f4f7fb', '#ffffff']) } }),
  'the theme has another font': (bench: Workbench) => {
    const weight = bench.random.pick(['400', '700'])
    const file = `@fontsource/public-sans/files/public-sans-latin-${weight}-normal.woff`
    return theme(bench, {
      fonts: { serif: { name: 'Plain', files: [{ file, weight: Number(weight) }], card: [file] } },
    })
  },
  'the theme has other sizes and widths': (bench: Workbench) =>
    theme(bench, { sizes: { base: ['1rem', 1.6] }, widths: { measure: `${36 + bench.random.below(6)}rem` } }),
  'a component of the outlet’s own is another': (bench: Workbench) =>
    override(bench, `<p>${bench.random.below(1000)}</p>`),
  'and stands around the program’s': (bench: Workbench) =>
    override(
      bench,
      `---\nimport Own from '#${KICKER}'\n---\n<div class="ml-[${bench.random.below(1000)}px]"><Own {...Astro.props} /></div>`,
    ),
  'and is gone': (bench: Workbench) =>
    rm(join(bench.newsroom, 'src/overrides'), { recursive: true, force: true }),
  'there is no theme': (bench: Workbench) => rm(join(bench.newsroom, 'src/theme.ts'), { force: true }),
} satisfies Edits

/** Each changes what every page says or where it lies; cards and pictures are of use again. */
export const CONFIG_EDITS = {
  'the site lies on another path': (bench: Workbench) =>
    setting(bench, /url: '(.*)daily\/'/, "url: '$1weekly/'"),
  'the outlet has another name': (bench: Workbench) => setting(bench, /name: '.*'/, "name: 'Another Paper'"),
  'the chrome is in another language': (bench: Workbench) => setting(bench, /locale: 'en'/, "locale: 'id'"),
  'the outlet has a word of its own': async ({ newsroom, random }: Workbench) => {
    await mkdir(join(newsroom, 'src/texts'), { recursive: true })
    const texts = ['en', 'id'].map(
      (locale) => [locale, `export default { by: 'Said by ${random.below(1000)}' }\n`] as const,
    )
    for (const [locale, text] of texts) await writeFile(join(newsroom, `src/texts/${locale}.ts`), text)
  },
  'a section has another colour': (bench: Workbench) =>
    change(join(bench.newsroom, 'src/content/categories/city.yml'), (text) =>
      text.replace(/colour: .*/, 'colour: "#0b5d1e"'),
    ),
} satisfies Edits

function theme({ newsroom }: Workbench, says: ThemeInput): Promise<void> {
  return writeFile(join(newsroom, 'src/theme.ts'), `export default ${JSON.stringify(says)}\n`)
}

async function override({ newsroom }: Workbench, text: string): Promise<void> {
  const path = join(newsroom, 'src/overrides', KICKER.replace('components/', ''))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

function setting({ newsroom }: Workbench, from: RegExp, to: string): Promise<void> {
  return change(join(newsroom, 'src/site.config.ts'), (text) => text.replace(from, to))
}

async function addStory(bench: Workbench): Promise<string> {
  const { random, newsroom } = bench
  const name = `story-${bench.written++}`
  const path = join(newsroom, STORIES, `${name}.md`)
  // Some are yet to come, at the first build.
  const published = bench.clock - 20 * 86_400 + random.below(30 * 86_400)
  const fields = [
    `title: What ${name} tells`,
    `description: A few words on ${name}.`,
    `category: ${random.pick(CATEGORIES)}`,
    `authors: [${JSON.stringify(random.pick(AUTHORS))}]`,
    `publishedAt: ${moment(published)}`,
    // Of the name that it had before the outlet moved.
    `aliases: [/was-${name}.html${random.pick(['', `/${name}/`])}]`,
    `tags: [${[...new Set([random.pick(TAGS), random.pick(TAGS)])].join(', ')}]`,
  ]
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `---\n${fields.join('\n')}\n---\n\nA body of ${random.below(1_000_000)} words.\n`)
  return path
}

/** A story that the edit changes: one that is withdrawn already cannot be again. */
async function changeStory(bench: Workbench, edit: (text: string) => string): Promise<void> {
  const paths = await storiesOf(bench)
  while (paths.length > 0) {
    const [path = ''] = paths.splice(bench.random.below(paths.length), 1)
    const text = await readFile(path, 'utf8')
    const edited = edit(text)
    if (edited !== text) return writeFile(path, edited)
  }
  throw new Error('There is no story left to edit.')
}

async function pickStory(bench: Workbench): Promise<string> {
  return bench.random.pick(await storiesOf(bench))
}

async function storiesOf({ newsroom }: Workbench): Promise<string[]> {
  const folder = join(newsroom, STORIES)
  const names = await readdir(folder)
  return names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8')
  const edited = edit(text)
  if (edited === text) throw new Error(`The edit finds nothing to change in ${path}.`)
  await writeFile(path, edited)
}

async function paint(path: string, { random }: Workbench): Promise<void> {
  const background = { r: random.below(256), g: random.below(256), b: random.below(256) }
  await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toFile(path)
}

function nameOf(path: string): string {
  return path.replace(/.*\/|\.md$/g, '')
}

function commentsOf(path: string): string {
  return path.replace('.md', '.comments.json')
}

function isToCome(text: string, { clock }: Workbench): boolean {
  return Date.parse(/publishedAt: (.*)/.exec(text)?.[1] ?? '') > clock * 1000
}

function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '')
}

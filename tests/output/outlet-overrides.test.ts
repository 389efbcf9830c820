import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { CHECKOUT } from '../support/checkout.ts'
import { digestsOf, filesOf, FIXTURE } from '../support/sites.ts'

const OVERRIDES = {
  // In place of a component, with a class that the program has nowhere.
  'chrome/Footer.astro': `---
import { t } from '#i18n/chrome.ts'
import Address from './_parts/Address.astro'
import { site } from '#site.ts'
---
<footer class="pl-[13px]" data-own-foot>{site.name}, {t.sections} <Address /></footer>`,
  // Around the program's, of which others are made.
  'chrome/Icon.astro': `---
import Icon from '#components/chrome/Icon.astro'
---
<span data-around={Astro.props.name}><Icon {...Astro.props} /></span>
<style>
  span { outline: 1px solid rebeccapurple }
</style>`,
  'layouts/ArticleLayout.astro': `---
import ArticleLayout from '#layouts/ArticleLayout.astro'
---
<ArticleLayout {...Astro.props}><p data-before>Before each article</p><slot /></ArticleLayout>`,
  // A part of the outlet's own, with a style and a script.
  'chrome/_parts/Address.astro': `---
import { town } from './town.ts'
---
<address>{town}</address>
<style>
  address { color: rebeccapurple }
</style>
<script>
  document.documentElement.dataset.address = 'read'
</script>`,
  'chrome/_parts/town.ts': `export const town: string = 'Yogyakarta'`,
}

let root: string
let newsroom: string
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'warta-overrides-')))
  newsroom = join(root, 'news')
  await makeNewsroom(newsroom)
  await mustBuild()
})
afterAll(() => rm(root, { recursive: true }))

async function makeNewsroom(folder: string): Promise<void> {
  await cp(FIXTURE, folder, { recursive: true, filter: (path) => !path.endsWith('.cache') })
  for (const [name, text] of Object.entries(OVERRIDES)) {
    const path = join(folder, 'src/overrides', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

const run = (from = newsroom, name = 'dist') =>
  build({
    newsroom: from,
    outDir: join(root, name),
    env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH, CACHE_DIR: join(root, `caches-${name}`) },
  })

async function mustBuild(...args: Parameters<typeof run>): Promise<void> {
  const { exitCode, output } = await run(...args)
  expect(exitCode, output).toBe(0)
}

const read = (file: string) => readFile(join(root, 'dist', file), 'utf8')

async function allOf(ending: string): Promise<string> {
  const files = (await filesOf(join(root, 'dist'))).filter((file) => file.endsWith(ending))
  return (await Promise.all(files.map(read))).join('\n')
}

describe('a component of the outlet', () => {
  test('is on every page, in the words of the chrome and with the outlet’s parts', async () => {
    for (const page of ['index.html', 'city/index.html', 'world/far-summit/index.html', '404.html']) {
      const html = await read(page)
      expect(html, page).toMatch(/data-own-foot[^>]*>The Fixture, Sections\s*<address[^>]*>Yogyakarta</)
      expect(html.match(/<footer/g), page).toHaveLength(1)
    }
  })

  test('has its classes, its scoped styles and its scripts', async () => {
    const [css, html, scripts] = await Promise.all(['.css', 'index.html', '.js'].map(allOf))
    expect(css).toContain('pl-\\[13px\\]')
    expect(`${css}${html}`).toMatch(/span\[data-astro-cid-\w+\]\{outline:1px solid (#639|rebeccapurple)\}/)
    expect(`${scripts}${html}`).toMatch(/dataset\.address\s*=/)
  })

  test('may stand around the program’s, wherever that is used', async () => {
    const html = await read('index.html')
    expect(html).toMatch(/<span data-around="search"[^>]*>\s*<svg class="icon/)
    expect(html).not.toMatch(/<span data-around="search"[^>]*>\s*<span data-around/)
    expect(await read('world/far-summit/index.html')).toContain('Before each article')
    expect(html).not.toContain('Before each article')
  })
})

test('the site is the same wherever the outlet lies', async () => {
  const within = join(CHECKOUT, '.cache/overridden')
  await makeNewsroom(within)
  await mustBuild(within, 'within')
  expect(await digestsOf(join(root, 'within'))).toEqual(await digestsOf(join(root, 'dist')))
  await rm(within, { recursive: true })
})

test('an override that is taken away leaves the program’s on every page', async () => {
  await rm(join(newsroom, 'src/overrides/chrome/Footer.astro'))
  await mustBuild()
  const html = await read('world/far-summit/index.html')
  expect(html).not.toContain('data-own-foot')
  expect(html).toContain('foot-link')
})

test('one that throws is named, and nothing is published', async () => {
  const before = await digestsOf(join(root, 'dist'))
  const kicker = join(newsroom, 'src/overrides/listing/Kicker.astro')
  await mkdir(dirname(kicker), { recursive: true })
  await writeFile(kicker, '---\nconst { missing } = Astro.props\n---\n<p>{missing.name}</p>')
  const { exitCode, output } = await run()
  expect(exitCode).toBe(1)
  expect(output).toContain(
    'src/overrides/listing/Kicker.astro cannot be rendered: Cannot read properties of undefined',
  )
  expect(await digestsOf(join(root, 'dist'))).toEqual(before)
})

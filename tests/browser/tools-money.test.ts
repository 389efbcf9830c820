import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { drawn, shiftsOf, watchShifts } from '../support/layout-shift.ts'
import { blank, open, refused } from '../support/pages.ts'
import { preview } from '../support/preview.ts'
import { filesOf, FIXTURE, FIXTURE_BASE, readFixture, SAMPLE_DIST } from '../support/sites.ts'

const fixture = inject('fixtureUrl')
const ARTICLE = `${fixture}world/harbour-opens/`

/** An advertisement as others write them: markup out of text, too tall, and with a picture from yet another site. */
const AD_SCRIPT = `document.querySelector('[data-ad="top"]').innerHTML =
  '<div style="height: 900px"><img data-shown alt="" src="https://elsewhere.example/follow.png"></div>'`

describe('advertising', () => {
  test.each([
    { width: 360, height: 740 },
    { width: 1440, height: 900 },
  ])('moves nothing at $width pixels, however late it comes', async (viewport) => {
    const page = await blank({ viewport, reducedMotion: 'reduce' })
    let release = () => {}
    const released = new Promise<void>((done) => (release = done))
    await page.route('**/house-ad.png', async (route) => {
      await released
      await route.continue()
    })
    await watchShifts(page)
    await page.goto(ARTICLE, { waitUntil: 'domcontentloaded' })
    // What fonts move as they come is another matter: the advertisements come last.
    await drawn(page, 10)
    await shiftsOf(page)
    const pictures = page.locator('[alt="Read the Fixture on paper"]')
    const width = () => pictures.first().evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(await width()).toBe(0)
    release()
    await expect.poll(width).toBe(728)
    for (let y = 0; y < 5000; y += 200) {
      await page.mouse.wheel(0, 200)
      await drawn(page, 2)
    }
    const widths = () =>
      pictures.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))
    await expect.poll(widths).toEqual([728, 728, 728, 728])
    await drawn(page, 10)
    expect(await shiftsOf(page)).toEqual([])
  })

  test('stands where the config says, labelled, and leads where it says', async () => {
    const page = await open(ARTICLE)
    const labels = page.getByText('Advertisement', { exact: true })
    expect(await labels.count()).toBe(4)
    const ads = page.locator('a[rel~="sponsored"]')
    expect(await ads.first().getAttribute('href')).toBe('https://shop.fixture.example/')
    expect(await ads.nth(1).getAttribute('href')).toBe('/daily/about/')
    const order = await page
      .locator('a[rel~="sponsored"], h1, .prose > p:first-child, .prose #what-changed, aside lazy-fragment')
      .evaluateAll((found) => found.map((element) => element.localName))
    expect(order).toEqual(['a', 'h1', 'p', 'a', 'h2', 'a', 'lazy-fragment', 'a'])
  })

  test('keeps away from an article that wants none, from lists, and from an outlet that has not asked for it', async () => {
    expect(await readFixture('city/berita-daerah/index.html')).not.toContain('Advertisement')
    expect(await readFixture('index.html')).not.toContain('Advertisement')
    expect(await readFixture('city/index.html')).not.toContain('Advertisement')
    const articles = (await filesOf(SAMPLE_DIST)).filter((file) => file.endsWith('index.html'))
    for (const file of articles)
      expect(await readFile(join(SAMPLE_DIST, file), 'utf8'), file).not.toContain('rel="sponsored')
  })
})

describe('the boxes under an article', () => {
  test('send the form of the newsletter, by keyboard, to its provider', async () => {
    const page = await open(ARTICLE)
    await page.route('https://list.fixture.example/**', (route) => route.fulfill({ body: 'Thank you' }))
    await page.getByLabel('Email address').focus()
    await page.keyboard.press('Enter')
    expect(page.url()).toBe(ARTICLE)
    await page.keyboard.type('reader@fixture.example')
    await page.keyboard.press('Enter')
    await page.waitForURL('https://list.fixture.example/join?list=7&EMAIL=reader%40fixture.example')
  })

  test('have a form with a name', async () => {
    const page = await open(ARTICLE)
    const box = page.locator('section:has(#newsletter-email)')
    const name = (await box.locator('h2').textContent())?.trim() ?? ''
    expect(await box.getByRole('form', { name, exact: true }).count()).toBe(1)
  })

  test('lead to where readers can give', async () => {
    const page = await open(ARTICLE)
    expect(await page.getByRole('link', { name: 'Give' }).getAttribute('href')).toBe('/daily/about/')
  })
})

describe('a newsroom', () => {
  test('with a script for its advertising loads it where that is shown, and only there', async () => {
    const { exitCode, output, out } = await buildWith('ads-script', {
      enabled: true,
      script: 'https://ads.example/show.js',
      top: { height: 250 },
    })
    expect(exitCode, output).toBe(0)
    const article = await readFile(join(out, 'world/harbour-opens/index.html'), 'utf8')
    expect(article.match(/<script[^>]*ads\.example[^>]*>/g)).toEqual([
      '<script async src="https://ads.example/show.js">',
    ])
    expect(article).toContain('data-ad="top"')
    for (const file of ['city/berita-daerah/index.html', 'index.html', 'search/index.html'])
      expect(await readFile(join(out, file), 'utf8'), file).not.toContain('ads.example')
    const site = await preview(out, FIXTURE_BASE)
    try {
      const page = await blank()
      await page.route('https://ads.example/**', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: AD_SCRIPT }),
      )
      await page.goto(`${site.url}world/harbour-opens/`)
      const place = page.locator('[data-ad="top"]')
      await place.locator('img[data-shown]').waitFor({ state: 'attached' })
      expect((await place.locator('div').boundingBox())?.height).toBe(900)
      expect((await place.boundingBox())?.height).toBe(250)
      // No other site than the one that is named.
      expect(refused()).toEqual([expect.stringContaining('img-src, https://elsewhere.example/follow.png')])
    } finally {
      await site.close()
    }
  })

  test('that names a picture which is not there is not published', async () => {
    const image = { src: '/gone.png', alt: 'Gone', width: 728, height: 90, href: '/about/' }
    const { exitCode, output } = await buildWith('ads-missing', { enabled: true, top: { height: 90, image } })
    expect(exitCode).toBe(1)
    expect(output).toContain('ads.top.image.src: there is no file public/gone.png.')
  })
})

/** Builds the fixture newsroom with other advertising. */
async function buildWith(name: string, ads: object) {
  const newsroom = `.cache/test/${name}-newsroom`
  const out = `.cache/test/${name}`
  await rm(newsroom, { recursive: true, force: true })
  await cp(FIXTURE, newsroom, { recursive: true })
  const file = join(newsroom, 'src/site.config.ts')
  const config = await readFile(file, 'utf8')
  const changed = config.replace(
    /\n {2}ads: \{[\s\S]*?\n {2}\},\n/,
    `\n  ads: ${JSON.stringify(ads)} as never,\n`,
  )
  expect(changed).not.toBe(config)
  await writeFile(file, changed)
  const result = await build({ newsroom, outDir: out, env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH } })
  return { ...result, out }
}

import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { moveFingers } from '../support/fingers.ts'
import { ARTICLE, GALLERY, SAMPLE_ARTICLE } from '../support/page-kinds.ts'
import { blank, open, PHONE } from '../support/pages.ts'

const FINGERS: BrowserContextOptions = { ...PHONE, hasTouch: true, isMobile: true }

const dialog = (page: Page) => page.locator('#picture-dialog')
/** The picture in view. */
const picture = (page: Page) => dialog(page).locator('figure:not([inert]) img')
const position = (page: Page, text: string) =>
  expect.poll(() => dialog(page).locator('[data-position]').textContent()).toBe(text)
const widthOf = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().width)
const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

async function enlarge(page: Page, link = page.locator('[data-open]').first()) {
  await link.click()
  await dialog(page).waitFor({ state: 'visible' })
  await picture(page).evaluate((image: HTMLImageElement) => image.decode())
}

async function enlarged(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(url, options)
  await enlarge(page)
  return page
}

describe('a picture in the text', () => {
  const url = `${inject('sampleUrl')}science-health/how-volcanoes-are-watched/`
  const inText = (page: Page) => page.locator('.prose image-dialog')

  test('is enlarged by a press anywhere on it, with its caption, and by keyboard', async () => {
    const page = await open(url, FINGERS)
    const image = inText(page).locator('img')
    // What lies above it is the link.
    await image.click({ force: true, position: { x: 20, y: 20 } })
    await dialog(page).waitFor({ state: 'visible' })
    expect(await dialog(page).locator('figcaption').textContent()).toContain('Instruments around a cone')
    expect(await picture(page).getAttribute('alt')).toBe(await image.getAttribute('alt'))
    await page.keyboard.press('Escape')
    const link = inText(page).locator('[data-open]')
    expect(await hasFocus(link)).toBe(true)
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'visible' })
  })

  test('has the words of its link below it, as large as a finger needs', async () => {
    const page = await open(url, PHONE)
    const link = await inText(page).locator('[data-open]').boundingBox()
    const image = await inText(page).locator('img').boundingBox()
    if (!link || !image) throw new Error('no picture')
    expect(link.y).toBeGreaterThanOrEqual(image.y + image.height)
    expect(link.height).toBeGreaterThanOrEqual(24)
  })

  test('leads to its file without scripts', async () => {
    const page = await open(url, { javaScriptEnabled: false })
    await inText(page).locator('img').click({ force: true })
    await page.waitForURL(/\.webp$/)
  })
})

describe('an enlarged picture', () => {
  test.each(
    [360, 768, 1440].flatMap((width) => [
      [width, 'the fixture', ARTICLE] as const,
      [width, 'the sample', SAMPLE_ARTICLE] as const,
    ]),
  )('fills the screen from edge to edge, on black: %i pixels, %s', async (width, _site, url) => {
    const page = await blank({ viewport: { width, height: 740 } })
    await page.goto(url)
    const onPage = await widthOf(page.locator('image-dialog:not(.prose *) img'))
    await enlarge(page)
    const box = await picture(page).boundingBox()
    const frame = await dialog(page).locator('.picture-frame').boundingBox()
    if (!box || !frame) throw new Error('no picture')
    expect(frame.width).toBe(width)
    // Whole, and as wide or as tall as there is room.
    expect(Math.max(box.width / frame.width, box.height / frame.height)).toBeCloseTo(1, 2)
    expect(box.width).toBeGreaterThanOrEqual(Math.min(onPage, frame.height) - 1)
    expect(await dialog(page).boundingBox()).toEqual({ x: 0, y: 0, width, height: 740 })
    expect(await dialog(page).evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(0, 0, 0)',
    )
    expect(
      await picture(page).evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThanOrEqual(1200)
  })

  test('has the page’s caption and credit, in their language; the chrome of the dialog has its own', async () => {
    const page = await enlarged(SAMPLE_ARTICLE)
    const said = (element: Locator) =>
      element.evaluate((figure) => figure.textContent.replace(/\s+/g, ' ').trim())
    expect(await said(dialog(page).locator('figcaption'))).toBe(
      await said(page.locator('figure:has(image-dialog) figcaption')),
    )
    expect(await dialog(page).locator('figure').getAttribute('lang')).toBe('en')
    expect(await dialog(page).evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe(
      'id',
    )
    expect(await dialog(page).getAttribute('aria-label')).toBe('Gambar yang diperbesar')
    expect(await dialog(page).getByRole('button', { name: 'Tutup' }).isVisible()).toBe(true)
    // One picture has no neighbours.
    expect(await dialog(page).locator('[data-of-many]:visible').count()).toBe(0)
  })

  test.each(['Enter', ' '])('opens by key %j, closes by Escape and gives the focus back', async (key) => {
    const page = await open(ARTICLE)
    const control = page.locator('image-dialog:not(.prose *) [data-open]')
    await control.focus()
    await page.keyboard.press(key)
    await dialog(page).waitFor({ state: 'visible' })
    expect(await hasFocus(dialog(page).getByRole('button', { name: 'Close', exact: true }))).toBe(true)
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
    expect(await hasFocus(control)).toBe(true)
    await expect.poll(() => page.evaluate(() => history.state?.picture)).toBeUndefined()
  })

  test('closes by the browser’s back, and leaves the reader where he was', async () => {
    const page = await open(inject('fixtureUrl'))
    await page.goto(ARTICLE)
    await page.locator('image-dialog:not(.prose *) [data-open]').scrollIntoViewIfNeeded()
    const scrolled = await page.evaluate(() => scrollY)
    expect(scrolled).toBeGreaterThan(0)
    await enlarge(page)
    await page.goBack()
    await dialog(page).waitFor({ state: 'hidden' })
    expect(page.url()).toBe(ARTICLE)
    expect(await page.evaluate(() => scrollY)).toBe(scrolled)
    expect(await hasFocus(page.locator('image-dialog:not(.prose *) [data-open]'))).toBe(true)
    // Closed otherwise, it is no step of the history either.
    await enlarge(page)
    await dialog(page).getByRole('button', { name: 'Close', exact: true }).click()
    await expect.poll(() => page.evaluate(() => history.state?.picture)).toBeUndefined()
    await page.goBack()
    await page.waitForURL(inject('fixtureUrl'))
  })

  test('closes by a press beside it', async () => {
    const page = await enlarged(ARTICLE, FINGERS)
    await page.touchscreen.tap(180, 100)
    await dialog(page).waitFor({ state: 'hidden' })
  })

  test('where its code is lost, the picture’s file opens', async () => {
    const page = await blank()
    const scripts: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
    await page.goto(ARTICLE)
    await page.waitForLoadState('networkidle')
    const known = new Set(scripts)
    await page.route('**/*.js', (route) =>
      known.has(route.request().url()) ? route.continue() : route.abort(),
    )
    const file = await page.locator('image-dialog:not(.prose *) [data-open]').getAttribute('href')
    await page.locator('image-dialog:not(.prose *) [data-open]').click()
    await page.waitForURL(`**${file}`)
  })
})

describe('from near', () => {
  test('it is seen by a double tap, at the place that was tapped, and whole by another', async () => {
    const page = await enlarged(ARTICLE, FINGERS)
    const whole = await picture(page).boundingBox()
    if (!whole) throw new Error('no picture')
    const at = { x: whole.x + whole.width / 4, y: whole.y + whole.height / 2 }
    const doubleTap = async () => {
      await page.touchscreen.tap(at.x, at.y)
      await page.touchscreen.tap(at.x, at.y)
    }
    await doubleTap()
    const near = await picture(page).boundingBox()
    if (!near) throw new Error('no picture')
    expect(near.width).toBeCloseTo(whole.width * 2.5, 0)
    expect((at.x - near.x) / near.width).toBeCloseTo(0.25, 2)
    expect(await dialog(page).locator('[data-zoom]').getAttribute('aria-pressed')).toBe('true')
    // Not the page as a whole.
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    await doubleTap()
    expect(await widthOf(picture(page))).toBeCloseTo(whole.width, 0)
  })

  test('it is seen by a pinch, follows one finger, and no pinch makes it smaller than the screen', async () => {
    const page = await enlarged(ARTICLE, FINGERS)
    const whole = await widthOf(picture(page))
    const pinch = (from: number, to: number) =>
      moveFingers(page, [
        [
          { x: 180 - from, y: 370 },
          { x: 180 - to, y: 370 },
        ],
        [
          { x: 180 + from, y: 370 },
          { x: 180 + to, y: 370 },
        ],
      ])
    await pinch(40, 120)
    expect((await widthOf(picture(page))) / whole).toBeCloseTo(3, 1)
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    const left = () => picture(page).evaluate((image) => image.getBoundingClientRect().left)
    const before = await left()
    await moveFingers(page, [
      [
        { x: 200, y: 370 },
        { x: 100, y: 370 },
      ],
    ])
    await expect.poll(left).toBeLessThan(before - 50)
    await pinch(120, 10)
    expect(await widthOf(picture(page))).toBeCloseTo(whole, 0)
    expect(await dialog(page).isVisible()).toBe(true)
  })

  test('it is seen by keys, which then move it, and by a button', async () => {
    const page = await enlarged(ARTICLE)
    const whole = await widthOf(picture(page))
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await expect.poll(() => widthOf(picture(page))).toBeCloseTo(whole * 2.25, 0)
    const left = () => picture(page).evaluate((image) => image.getBoundingClientRect().left)
    const before = await left()
    await page.keyboard.press('ArrowRight')
    await expect.poll(left).toBeCloseTo(before - 80, 0)
    await page.keyboard.press('0')
    await expect.poll(() => widthOf(picture(page))).toBeCloseTo(whole, 0)
    const button = dialog(page).getByRole('button', { name: 'Closer' })
    await button.press('Enter')
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => widthOf(picture(page))).toBeCloseTo(whole * 2.5, 0)
  })

  test('it is seen by a pinch on a touchpad, and dragged by a mouse', async () => {
    const page = await enlarged(ARTICLE)
    const whole = await widthOf(picture(page))
    await page.mouse.move(640, 400)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -100)
    await page.keyboard.up('Control')
    await expect.poll(() => widthOf(picture(page))).toBeGreaterThan(whole * 2)
    const left = () => picture(page).evaluate((image) => image.getBoundingClientRect().left)
    const before = await left()
    await page.mouse.down()
    await page.mouse.move(500, 400, { steps: 5 })
    await page.mouse.up()
    expect(await left()).toBeCloseTo(before - 140, 0)
    await page.mouse.move(400, 400)
    expect(await left()).toBeCloseTo(before - 140, 0)
  })
})

describe('a gallery', () => {
  const alt = (page: Page) => picture(page).getAttribute('alt')

  test('is gone through by keys and buttons, and gives the focus back', async () => {
    const page = await open(GALLERY)
    const links = page.locator('.gallery-row [data-open]')
    await links.nth(1).focus()
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'visible' })
    await position(page, '2 of 3')
    expect(await alt(page)).toBe('Brown bank')
    await page.keyboard.press('ArrowRight')
    expect(await alt(page)).toBe('Blue bank')
    expect(await dialog(page).locator('[aria-live]').textContent()).toMatch(/3 of 3\s+Blue bank/)
    await dialog(page).getByRole('button', { name: 'Next picture' }).click()
    expect(await alt(page)).toBe('Green bank')
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
    expect(await hasFocus(links.nth(1))).toBe(true)
  })

  test('is gone through by swipe, and fetches what is looked at alone', async () => {
    const page = await open(GALLERY, FINGERS)
    await page.locator('.gallery-row').scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    await enlarge(page)
    const sources = () =>
      dialog(page)
        .locator('img')
        .evaluateAll((images) => images.map((image) => image.hasAttribute('src')))
    expect(await sources()).toEqual([true, false, false])
    await moveFingers(page, [
      [
        { x: 300, y: 370 },
        { x: 40, y: 370 },
      ],
    ])
    await position(page, '2 of 3')
    expect(await alt(page)).toBe('Brown bank')
    expect(await sources()).toEqual([true, true, false])
    await expect.poll(async () => (await picture(page).boundingBox())?.x).toBeCloseTo(0, 0)
  })
})

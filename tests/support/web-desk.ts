import type { Locator, Page } from 'playwright-core'
import { en } from '#i18n/en.ts'
import type { FieldText } from '#i18n/web-desk/texts.ts'
import { TOKEN } from './gitea.ts'
import { blank } from './pages.ts'

const { body, collections } = en.webDesk
const PRESSES = 3

/** The web desk in English, as an author in New York uses it. */
export interface WebDeskInUse {
  page: Page
  /** Addresses at other sites that the page asked for and was kept from by its policy, and those that it was not. */
  refused: string[]
  letThrough: string[]
  /** What stands around a field of an article, by its key. */
  field: (key: string) => Locator
  /** Opens an article, by its path in `articles/` without the ending. */
  goTo: (path: string) => Promise<void>
  /** Uploads a lead picture. */
  choosePicture: (name: string, buffer: Buffer) => Promise<void>
  /** Fills fields of one line, by their keys. */
  fill: (texts: Record<string, string>) => Promise<void>
  /** Types paragraphs into the text. */
  write: (...paragraphs: string[]) => Promise<void>
  /** Returns when it is committed. */
  save: () => Promise<void>
}

/** @param server where the repository is */
export async function signIn(url: string, server: string): Promise<WebDeskInUse> {
  const page = await blank({ timezoneId: 'America/New_York', locale: 'en-US' })
  const refused: string[] = []
  const letThrough: string[] = []
  const own = [url, server].map((address) => new URL(address).origin)
  const isForeign = (address: string) =>
    /^(https?|wss?):/.test(address) && !own.includes(new URL(address).origin)
  page.on('requestfailed', (request) => {
    if (isForeign(request.url()))
      (request.failure()?.errorText === 'csp' ? refused : letThrough).push(request.url())
  })
  page.on('response', (response) => {
    if (isForeign(response.url())) letThrough.push(response.url())
  })

  await page.goto(url)
  await page.getByRole('button', { name: 'Sign In Using Access Token' }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.locator('input').fill(TOKEN)
  await dialog.getByRole('button', { name: 'Sign In' }).click()
  await page.getByRole('button', { name: 'Create New Entry' }).waitFor()

  const fields: Record<string, FieldText> = collections.articles.fields
  const field = (key: string) => {
    const { label } = key === 'body' ? body : (fields[key] ?? { label: key })
    // The CMS isolates what it puts into its sentences from their direction.
    return page.getByRole('group', { name: `“\u2068${label}\u2069” Field` })
  }
  const filled = new Map<string, string>()
  const fill = async () => {
    for (const [key, text] of filled) {
      const box = field(key).getByRole('textbox')
      if ((await box.inputValue()) !== text) await box.fill(text)
    }
  }
  return {
    page,
    refused,
    letThrough,
    field,
    fill: async (texts) => {
      for (const [key, text] of Object.entries(texts)) filled.set(key, text)
      await fill()
    },
    goTo: async (path) => {
      await page.goto(`${url}#/collections/articles/entries/${path}`)
      await field('title').getByRole('textbox').waitFor()
    },
    choosePicture: async (name, buffer) => {
      await field('image').getByRole('checkbox').click()
      await field('image').getByRole('button', { name: 'Browse' }).click()
      const choice = page.getByRole('dialog', { name: 'Select Image' })
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        choice.getByRole('button', { name: 'Upload' }).click(),
      ])
      await chooser.setFiles({ name, mimeType: 'image/jpeg', buffer })
      await choice.getByRole('button', { name: 'Insert' }).click()
    },
    write: async (...paragraphs) => {
      await field('body').scrollIntoViewIfNeeded()
      await field('body').locator('[contenteditable=true]').click()
      for (const [i, paragraph] of paragraphs.entries()) {
        if (i > 0) await page.keyboard.press('Enter')
        await page.keyboard.type(paragraph)
      }
    },
    save: async () => {
      const list = page.getByRole('button', { name: 'Create New Entry' })
      // On a busy machine words and a press can fall into a redraw of the form and be lost: an author does it again.
      for (let press = 1; press <= PRESSES; press++) {
        await fill()
        await page.getByRole('button', { name: 'Save' }).click()
        if (await isThere(list)) return filled.clear()
      }
      throw new Error(`The desk did not save:\n${await page.locator('body').ariaSnapshot()}`)
    },
  }
}

/** Whether something comes within the time that a commit takes. */
function isThere(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 15_000 }).then(
    () => true,
    () => false,
  )
}

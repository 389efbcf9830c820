import { statSync } from 'node:fs'
import { newsroomFolder } from '#desk/folder.ts'
import { readSite } from '#desk/read-site.ts'
import { readTexts } from '#desk/read-texts.ts'
import { languagesWith } from '#i18n/dictionary.ts'
import type { PageOutlet } from './server/page.ts'

/**
 * Reads how an outlet is called and which language it speaks, as its settings are now. While they cannot be read,
 * the ones before hold, or English.
 * @param newsroom absolute
 */
export function outletReader(newsroom: string): () => Promise<PageOutlet> {
  const folder = newsroomFolder(newsroom)
  const { dictionaryFor } = languagesWith()
  let known: PageOutlet = {
    name: 'Warta',
    locale: 'en',
    timeZone: 'UTC',
    texts: dictionaryFor('en').publisher,
  }
  let version: number | undefined
  return async () => {
    const now = statSync(folder.siteConfig, { throwIfNoEntry: false })?.mtimeMs
    if (now === undefined || now === version) return known
    version = now
    try {
      const { name, locale, timeZone } = await readSite(folder)
      const { texts } = await readTexts(folder)
      known = { name, locale, timeZone, texts: languagesWith(texts).dictionaryFor(locale).publisher }
    } catch {
      // The page tells of the fault itself, as what was refused.
    }
    return known
  }
}

import { bridge } from '#build/bridge.ts'
import type { StoredEntries } from '#desk/stored-entries.ts'
import { buildMoment } from '#desk/moment.ts'
import { buildEdition, type Edition } from '#domain/edition.ts'
import type { Newsroom } from '#domain/newsroom.ts'
import { type PageIn, type Version, versionsOf } from '#domain/versions.ts'
import { type Chrome, chromes } from '#i18n/chrome.ts'
import { site } from '#site.ts'
import { audience } from './audience.ts'
import { storedNewsroom } from './stored-newsroom.ts'

/** A language of the outlet with all that is published in it. */
export interface PublishedLanguage extends Chrome {
  edition: Edition
}

let latest:
  { stored: StoredEntries | undefined; at: number; languages: Promise<PublishedLanguage[]> } | undefined

/**
 * The door to content: all that is published at the build's moment, in each language of the outlet, the main one first.
 * In a preview and in development, drafts and embargoed articles are in it too. In development each call reads the
 * content store again, as authors are at work. A program that stays loaded has other editions for other content, and for
 * another moment.
 */
export async function getLanguages(): Promise<PublishedLanguage[]> {
  if (audience === 'desk') return publishedIn(await storedNewsroom())
  const [stored, at] = [bridge().stored?.(), buildMoment().getTime()]
  if (latest?.stored !== stored || latest?.at !== at)
    latest = { stored, at, languages: readLanguages(latest?.languages) }
  return latest.languages
}

/** What is published in the language of a chrome. */
export async function getEdition({ language }: Pick<Chrome, 'language'>): Promise<Edition> {
  return editionIn(await getLanguages(), language)
}

/** What is published in the outlet's main language. */
export async function getMainEdition(): Promise<Edition> {
  return getEdition(chromes[0])
}

/** A look-up of the same page in each of the languages that have it. */
export async function getVersions({
  language,
}: Pick<Chrome, 'language'>): Promise<(page: PageIn) => Version[]> {
  const all = await getLanguages()
  return (page) => versionsOf(all, language, page)
}

function editionIn(all: readonly PublishedLanguage[], language: Chrome['language']): Edition {
  const found = all.find((one) => one.language.path === language.path)
  if (!found) throw new Error(`The outlet has no language below "${language.path}".`)
  return found.edition
}

async function readLanguages(
  earlier: Promise<PublishedLanguage[]> | undefined,
): Promise<PublishedLanguage[]> {
  // Those that could not be made are of no use.
  const before = await earlier?.catch(() => undefined)
  return publishedIn(await storedNewsroom(), before)
}

/** @param before earlier editions */
function publishedIn(newsroom: Newsroom, before: readonly PublishedLanguage[] = []): PublishedLanguage[] {
  const unpublished = audience !== 'readers'
  return chromes.map((chrome) => {
    const { language } = chrome
    const last = before.find((one) => one.language.path === language.path)?.edition
    return {
      ...chrome,
      edition: buildEdition(newsroom, { site, at: buildMoment(), unpublished, language }, last),
    }
  })
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { directionOf } from '#domain/language.ts'
import { en } from '#i18n/en.ts'
import { id } from '#i18n/id.ts'
import { labelsIn, type LanguageText, textsIn } from '../support/language-texts.ts'
import {
  ARABIC_DIST,
  filesOf,
  FIXTURE_DIST,
  LANGUAGES,
  LANGUAGES_DIST,
  SAMPLE_DIST,
} from '../support/sites.ts'

/** Names and signs that are the same in every language, and what the outlet's config says. */
const NAMES = new Set([
  ...['Teluk', 'Kabar dari tepi air', 'Teluk Pagi', 'Kabar tepi air, setiap pagi.', 'Baca Teluk di kertas'],
  ...['© Teluk', 'Sari Uji', 'Site', 'ليلى الاختبار', 'ليلى', 'L', 'S'],
  ...['WhatsApp', 'Telegram', 'Facebook', 'X', 'RSS', 'Atom', 'JSON Feed', 'YouTube'],
  // Whose name follows.
  ...['RSS:', 'Atom:', 'JSON Feed:'],
  ...['A', '↩', '↳', '←', '→', '↑ ↓', 'Enter', 'Esc'],
])
const NUMBER = /^[\d\s.,:/()-]*$/
/** A date, a moment, and a month of the archive. */
const DATE = /^(\d{1,2} )?Juli 2025( - \d\d:\d\d WIB)?$/

let texts: LanguageText[]
let labels: LanguageText[]
/** What authors wrote, by language. */
const written: Record<string, string> = {}

beforeAll(async () => {
  const pages = (await filesOf(LANGUAGES_DIST)).filter((file) => file.endsWith('.html'))
  const sources = await Promise.all(
    pages.map(async (page) => ({ page, html: await readFile(join(LANGUAGES_DIST, page), 'utf8') })),
  )
  texts = sources.flatMap(({ page, html }) => textsIn(html, page, 'id'))
  labels = sources.flatMap(({ page, html }) => labelsIn(html, page, 'id'))
  for (const file of await filesOf(LANGUAGES)) {
    if (!/\.(md|yml)$/.test(file)) continue
    const source = await readFile(join(LANGUAGES, file), 'utf8')
    const lang = /^lang: (\w+)$/m.exec(source)?.[1] ?? 'en'
    // Topics are the outlet's, whatever the article's language.
    const topics = /^tags: .*$/m.exec(source)?.[0] ?? ''
    written[lang] = `${written[lang] ?? ''}\n${source.replace(topics, '')}`
    written.en = `${written.en ?? ''}\n${topics}`
  }
})

describe('every text of every page is in the language that it is marked with', () => {
  test.each(['en', 'ar', 'zh'])('what is marked as %s was written in it', (lang) => {
    const marked = texts.filter((text) => text.lang === lang)
    expect(marked.length).toBeGreaterThan(20)
    expect(marked.filter(({ text }) => !isNeutral(text) && !written[lang]?.includes(text))).toEqual([])
  })

  test('what is marked as the chrome is of its dictionary, or was written in its language', () => {
    const known = matcherOf(id)
    const marked = texts.filter(({ lang }) => lang === 'id')
    expect(marked.length).toBeGreaterThan(1000)
    const unknown = marked.filter(
      ({ text }) => !isNeutral(text) && !DATE.test(text) && !known(text) && !written.id?.includes(text),
    )
    expect(unknown).toEqual([])
  })

  test('and runs in the direction of that language', () => {
    expect(texts.filter(({ lang, dir }) => dir !== directionOf(lang))).toEqual([])
  })

  test.each([
    ['shore/pelabuhan-arab/', '7 Juli 2025 - 08:00 WIB', 'id'],
    ['shore/pelabuhan-arab/', 'Along the Shore', 'en'],
    ['shore/pelabuhan-arab/', 'Tide Tables', 'en'],
    ['shore/pelabuhan-arab/', 'The year of the tides', 'en'],
    ['shore/pelabuhan-arab/', 'Perbesar', 'id'],
    ['shore/pelabuhan-arab/', 'Gambar:', 'id'],
    ['shore/pelabuhan-arab/', 'Catatan', 'id'],
    ['shore/pelabuhan-arab/', 'Putar video dari YouTube', 'id'],
    ['shore/pelabuhan-arab/', 'كتب اسم الرصيف خطأ في البداية.', 'ar'],
    ['shore/tide-one/', 'Catatan', 'id'],
    [
      'people/manusia-laut/',
      'Manusia berlari di tepi pantai mengenakan busana lama. Portofolio itu disimpan di rumah.',
      'id',
    ],
    ['people/manusia-laut/', 'Penyelam', 'en'],
    ['', 'الميناء يعود إلى العمل بعد العاصفة', 'ar'],
    ['', '潮水回来了', 'zh'],
    ['shore/', 'What the tide brings, and what it takes.', 'en'],
    ['tag/tide-tables/', 'Artikel tentang', 'id'],
    ['author/sari/', 'Harbour correspondent', 'en'],
    ['feeds/', 'Tide Tables', 'en'],
    ['corrections/', 'Nama penyelam itu semula salah ditulis.', 'id'],
    ['404.html', 'A man on the night bus', 'en'],
    ['fragments/ticker/', 'A man on the night bus', 'en'],
    ['fragments/trending/shore/', 'Along the Shore', 'en'],
  ])('on /%s %j is marked as %s', (page, text, lang) => {
    const file = page.endsWith('.html') ? page : `${page}index.html`
    const found = texts.filter((one) => one.page === file && one.text === text)
    expect(found.map((one) => one.lang)).toEqual(found.map(() => lang))
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('what is read out, or put into the page by scripts', () => {
  test('is of the dictionary, or what an author wrote', () => {
    const known = matcherOf(id)
    const all = Object.values(written).join('\n')
    expect(labels.length).toBeGreaterThan(500)
    const unknown = labels.filter(({ text }) => !isNeutral(text) && !known(text) && !all.includes(text))
    expect(unknown.filter(({ text }) => text !== `${id.searchNone} ${id.searchTryOther}`)).toEqual([])
  })

  test('is on an element in the language of the chrome where it is of the dictionary', () => {
    const [ofId, ofEn] = [matcherOf(id), matcherOf(en)]
    const found = labels.filter(({ text }) => ofId(text) && !ofEn(text))
    expect(found.length).toBeGreaterThan(300)
    expect(found.filter(({ lang }) => lang !== 'id')).toEqual([])
  })
})

describe('no word of the other language stands in the chrome', () => {
  const [ofId, ofEn] = [matcherOf(id), matcherOf(en)]
  const read = async (folder: string, lang: string) => {
    const files = (await filesOf(folder)).filter((file) => /(?<!admin\/index)\.html$/.test(file))
    const pages = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    return pages.flatMap((html, i) =>
      [textsIn, labelsIn]
        .flatMap((found) => found(html, files[i] ?? '', lang))
        .filter((one) => one.lang === lang),
    )
  }

  test.each([
    ['newsroom of four languages', LANGUAGES_DIST],
    ['sample', SAMPLE_DIST],
  ])('no English in the %s', async (_, folder) => {
    const chrome = await read(folder, 'id')
    expect(chrome.length).toBeGreaterThan(1000)
    const english = chrome.filter(({ text }) => ofEn(text) && !ofId(text))
    // What the author of an Indonesian article wrote is no word of the chrome.
    expect(english.filter(({ text }) => !written.id?.includes(text))).toEqual([])
  })

  test('no English in the Arabic newsroom', async () => {
    const chrome = await read(ARABIC_DIST, 'ar')
    expect(chrome.length).toBeGreaterThan(500)
    expect(chrome.filter(({ text }) => ofEn(text) && !isNeutral(text))).toEqual([])
  })

  test('in the Arabic newsroom it runs from right to left, and what is English in it does not', async () => {
    const pages = (await filesOf(ARABIC_DIST)).filter((file) => file.endsWith('.html'))
    const sources = await Promise.all(pages.map((page) => readFile(join(ARABIC_DIST, page), 'utf8')))
    const all = sources.flatMap((html, i) => textsIn(html, pages[i] ?? '', 'ar'))
    expect(all.filter(({ lang }) => lang === 'en').length).toBeGreaterThan(10)
    expect(all.filter(({ lang, dir }) => dir !== directionOf(lang))).toEqual([])
  })

  test('no Indonesian in the fixture', async () => {
    const chrome = await read(FIXTURE_DIST, 'en')
    expect(chrome.length).toBeGreaterThan(1000)
    expect(chrome.filter(({ text }) => ofId(text) && !ofEn(text))).toEqual([])
  })
})

function isNeutral(text: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    NAMES.has(text) ||
    NAMES.has(text.replace(/:.*$/s, ':')) ||
    NUMBER.test(text)
  )
}

/**
 * Whether a text is one of a dictionary's, with its values filled in and whatever
 * follows a colon, or what stands around a value that is marked by itself.
 */
function matcherOf(dictionary: object): (text: string) => boolean {
  const all = valuesOf({ ...dictionary, webDesk: {}, moderation: {} })
  const alone = new Set(all.flatMap((text) => text.split(/\{\w+\}/)).map((piece) => piece.trim()))
  alone.delete('')
  // Less than a word around a value would be found in any text.
  const withValues = all.filter(
    (text) => /\{\w+\}/.test(text) && /\p{L}{4}/u.test(text.replace(/\{\w+\}/g, '')),
  )
  const filled = new RegExp(withValues.map((text) => `^${escaped(text)}$`).join('|'), 's')
  return (text) =>
    [text, text.replace(/:.*$/s, ''), text.replace(/ \d+$/, '')].some((one) => alone.has(one)) ||
    filled.test(text)
}

function valuesOf(dictionary: object): string[] {
  return Object.values(dictionary).flatMap((value: string | object) =>
    typeof value === 'string' ? [value] : valuesOf(value),
  )
}

function escaped(text: string): string {
  return text
    .split(/\{\w+\}/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+')
}

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Workbench } from './edits.ts'

/** What happens in the newsroom of several languages: each changes pages of more than one of them. */
export const LANGUAGE_EDITS = {
  'an article gets a translation': ({ newsroom }: Workbench) =>
    writeFile(
      join(newsroom, 'articles/2025/07/wooden-bridge.md'),
      [
        '---',
        'title: The wooden bridge is mended',
        'description: Rotten planks are replaced one by one.',
        'category: kota',
        'authors: [wayan]',
        'publishedAt: 2025-07-04T09:00',
        'tags: [Mangrove]',
        'lang: en',
        'translationOf: jembatan',
        '---',
        '',
        'The carpenters work at low water.',
        '',
      ].join('\n'),
    ),
  'the only article of a language goes': ({ newsroom }: Workbench) =>
    rm(join(newsroom, 'articles/2025/07/manarah.md')),
  'an article turns out to be in another language': (bench: Workbench) =>
    change(bench, 'articles/2025/07/prau-jawa.md', 'lang: jv', 'lang: en'),
  'a topic is used in one language more': (bench: Workbench) =>
    change(bench, 'articles/2025/07/ferry-hours.md', 'tags: [Clocks]', 'tags: [Clocks, Nelayan]'),
  'a section gets a name in one language more': (bench: Workbench) =>
    change(
      bench,
      'src/content/categories/budaya.yml',
      'order: 3',
      'order: 3\nlanguages:\n  - { locale: en, name: Culture }',
    ),
  'a page gets a translation': ({ newsroom }: Workbench) =>
    writeFile(
      join(newsroom, 'src/content/pages/contact.md'),
      '---\ntitle: Contact\ndescription: How to reach us.\nlang: en\ntranslationOf: kontak\n---\n\nCome to the quay.\n',
    ),
  'a translation is corrected': (bench: Workbench) =>
    change(
      bench,
      'articles/2025/07/lighthouse.md',
      'lang: en',
      'lang: en\ncorrections:\n  - { at: 2025-07-03T09:00, note: It burns gas. }',
    ),
  'the outlet gets one language more': (bench: Workbench) =>
    change(
      bench,
      'src/site.config.ts',
      "{ locale: 'ar', path: 'ar' },",
      "{ locale: 'ar', path: 'ar' },\n    { locale: 'en-GB', path: 'gb', name: 'The British Coast' },",
    ),
}

async function change({ newsroom }: Workbench, file: string, from: string, to: string): Promise<void> {
  const path = join(newsroom, file)
  const text = await readFile(path, 'utf8')
  if (!text.includes(from)) throw new Error(`The edit finds nothing to change in ${file}.`)
  await writeFile(path, text.replace(from, to))
}

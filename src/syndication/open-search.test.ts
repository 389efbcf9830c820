import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { siteWith } from '../../tests/support/newsroom.ts'
import { mustBeWellFormed } from '../../tests/support/xml.ts'
import { writeOpenSearch } from './open-search.ts'

function written(name: string) {
  const site = siteWith({ name, url: 'https://warta.example/news/' })
  const xml = writeOpenSearch('Cari <di> "Warta" & lain', site, linksFor(site))
  mustBeWellFormed(xml)
  return new XMLParser({ ignoreAttributes: false }).parse(xml).OpenSearchDescription
}

test('browsers learn where to search', () => {
  expect(written('Warta')).toMatchObject({
    ShortName: 'Warta',
    Description: 'Cari <di> "Warta" & lain',
    Language: 'id',
    Url: [
      { '@_type': 'text/html', '@_template': 'https://warta.example/news/search/?q={searchTerms}' },
      { '@_rel': 'self', '@_template': 'https://warta.example/news/opensearch.xml' },
    ],
  })
})

test.each([
  ['Sixteen letters.', 'Sixteen letters.'],
  ['The Jakarta Morning Herald', 'The Jakarta'],
  ['Kabarkabarikabarkabari', 'Kabarkabarikabar'],
  ['R&D', 'R&D'],
])('the short name of "%s" is "%s"', (name, short) => {
  expect(written(name).ShortName).toBe(short)
})

import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { Followed } from './followed.ts'
import { writeFollowedOpml } from './write-opml.ts'

const list = (name: string): Followed => ({
  ...{ page: '/a/', name, lang: 'en', feed: '/a/feed.json', xml: 'https://x.example/a/rss.xml?a=1&b=2' },
  ...{ html: 'https://x.example/a/', seenAt: 0 },
})

/** Attributes of each outline, by a strict parser. */
function outlinesOf(xml: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'outline') found.push(attributes as Record<string, string>)
  })
  parser.write(xml).close()
  return found
}

test.each(['World', 'Kota & "Desa" <b>', "O'Hara", 'بحر', 'a\u0000b\ud800c'])('a list called %j', (name) => {
  const [outline] = outlinesOf(writeFollowedOpml(`Followed: ${name}`, [list(name)]))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has neither
  const clean = name.replace(/\u0000|\ud800/g, '')
  expect(outline).toMatchObject({
    type: 'rss',
    text: clean,
    title: clean,
    xmlUrl: list('').xml,
    language: 'en',
  })
})

test('nothing followed is a list too', () => {
  expect(outlinesOf(writeFollowedOpml('Followed', []))).toEqual([])
})

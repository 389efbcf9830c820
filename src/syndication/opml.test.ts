import { parseOpml } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { AWKWARD_TEXTS } from '../../tests/support/feed.ts'
import { mustBeWellFormed } from '../../tests/support/xml.ts'
import { writeOpml } from './opml.ts'

describe('texts', () => {
  test.each(AWKWARD_TEXTS)('%s comes back as it was, or clean', (_case, text, expected) => {
    const feed = {
      title: text,
      description: text,
      page: 'https://warta.example/a/?b=1&c=2',
      feed: 'https://warta.example/a/rss.xml',
    }
    const xml = writeOpml(text, [{ title: text, feeds: [feed] }], 'en')
    mustBeWellFormed(xml)
    expect(parseOpml(xml)).toMatchObject({
      head: { title: expected },
      body: {
        outlines: [
          {
            text: expected,
            outlines: [
              {
                type: 'rss',
                text: expected,
                title: expected,
                description: expected,
                xmlUrl: 'https://warta.example/a/rss.xml',
                htmlUrl: 'https://warta.example/a/?b=1&c=2',
                language: 'en',
              },
            ],
          },
        ],
      },
    })
  })
})

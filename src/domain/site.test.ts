import { describe, expect, test } from 'vitest'
import { parseSite } from './site.ts'

const LEAST = { name: 'Warta', tagline: 'News, plainly', url: 'https://warta.example/' }

/** The lines of the error for a config, without the first, which names the file. */
function complaints(config: unknown): string[] {
  try {
    parseSite(config)
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
  return []
}

test('a name, a tagline and an address are enough', () => {
  expect(parseSite(LEAST)).toMatchObject({
    ...LEAST,
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    articleLanguage: 'en',
    menu: [],
    footerLinks: [],
    frontPage: { topStories: 4, sections: [] },
    publisher: { logo: '/logo.png' },
    socials: [],
  })
})

test('one key of a group leaves the rest of the group at its defaults', () => {
  const defaults = parseSite(LEAST)
  const site = parseSite({
    ...LEAST,
    pageSize: { list: 6 },
    frontPage: { sections: [{ category: 'economy' }, { category: 'culture', articles: 2 }] },
  })
  expect(site.pageSize).toEqual({ ...defaults.pageSize, list: 6 })
  expect(site.frontPage).toEqual({
    ...defaults.frontPage,
    sections: [
      { category: 'economy', articles: 4 },
      { category: 'culture', articles: 2 },
    ],
  })
})

test.each([
  [[{ locale: 'en' }], '"languages.0.path" is missing.'],
  [
    [{ locale: 'xx yy', path: 'x' }],
    '"languages.0.locale" is "xx yy", but must be a language such as "en" or "id".',
  ],
  [
    [{ locale: 'en', path: '/en/' }],
    '"languages.0.path" is "/en/", but must be a folder such as "en": small letters, digits, hyphens.',
  ],
  [[{ locale: 'en', path: '2025' }], '"languages.0.path" is "2025", but must be a folder such as "en"'],
  [
    [{ locale: 'id', path: 'id' }],
    '"languages.0.locale" is "id", but must not be that of the outlet itself, which lies at the root: take the entry out.',
  ],
  [
    [
      { locale: 'en', path: 'en' },
      { locale: 'EN', path: 'english' },
    ],
    '"languages.1.locale" is "EN", but must not be that of two languages.',
  ],
  [
    [
      { locale: 'en', path: 'x' },
      { locale: 'ar', path: 'x' },
    ],
    '"languages.1.path" is "x", but must not be that of two languages.',
  ],
  [[{ locale: 'en', path: 'en', pth: 'x' }], '"languages.0.pth" is not a setting. Did you mean "path"?'],
  ['en', '"languages" is "en", but must be a list of { locale, path }.'],
])('of languages such as %j it is said what is wrong', (languages, complaint) => {
  expect(complaints({ ...LEAST, languages })).toEqual([expect.stringContaining(complaint)])
})

test('a menu holds categories and addresses', () => {
  const menu = ['politics', { label: 'About', href: '/about/' }]
  expect(parseSite({ ...LEAST, menu }).menu).toEqual(menu)
})

test.each([
  ['https://warta.example', 'https://warta.example/'],
  ['https://warta.example/', 'https://warta.example/'],
  ['http://localhost:4321/warta', 'http://localhost:4321/warta/'],
  ['https://warta.example/id/', 'https://warta.example/id/'],
])('the address %s is kept as %s', (url, kept) => {
  expect(parseSite({ ...LEAST, url }).url).toBe(kept)
})

describe('what is wrong is said with the key and the remedy', () => {
  test.each([
    [{ name: undefined }, '"name" is missing.'],
    [{ name: ' ' }, '"name" is " ", but must not be empty.'],
    [{ tagline: 7 }, '"tagline" is 7, but must be text: put it in quotes.'],
    [{ url: 'warta.example' }, /^"url" is "warta.example", but must be an address such as "https:/],
    [
      { url: 'www.warta.example/a' },
      '"url" is "www.warta.example/a", but must be an address such as "https://warta.example/": write "https://www.warta.example/a".',
    ],
    [
      { support: { title: 'A', text: 'B', link: { label: 'C', href: 'dukung.example' } } },
      /must be a path .*: write "https:\/\/dukung\.example"\.$/,
    ],
    [{ socials: [{ label: 'X', url: 'social.example/@a' }] }, /: write "https:\/\/social\.example\/@a"\.$/],
    [{ comments: { contact: 'budi@uji.example' } }, /: write "mailto:budi@uji\.example"\.$/],
    [{ comments: { server: 'komentar.example' } }, /: write "https:\/\/komentar\.example"\.$/],
    [{ security: { contact: ['it@warta.example'] } }, /: write "mailto:it@warta\.example"\.$/],
    // A telephone has no place among an outlet's accounts.
    [
      { socials: [{ label: 'X', url: '+62 21 555 0101' }] },
      /must be an address such as "https:\/\/warta\.example\/"\.$/,
    ],
    [{ url: 'ftp://warta.example/' }, /^"url" .* must be an address such as "https:/],
    [{ url: 'javascript:alert(1)' }, /^"url" .* must be an address such as "https:/],
    [{ url: 'https://warta.example/?id=1' }, /^"url" .* must have neither \? nor #\.$/],
    [{ url: 'https://me:secret@warta.example/' }, /^"url" .* must name no user/],
    [{ url: 'https://warta.example/новости/' }, /^"url" .* must have a path of plain letters/],
    [{ url: 'https://warta.example/a%20b' }, /^"url" .* must have a path of plain letters/],
    [{ url: 'https://warta.example/a//b/' }, /^"url" .* must have a path of plain letters/],
    [{ url: 'https://warta.example/.git/' }, /^"url" .* must have a path of plain letters/],
    [{ url: 'https://warta.example/#top' }, /^"url" .* must have neither \? nor #\.$/],
    [{ locale: 'fr fr' }, '"locale" is "fr fr", but must be a language such as "en" or "id".'],
    [{ timeZone: 'WIB' }, '"timeZone" is "WIB", but must be a time zone such as "Asia/Jakarta".'],
    [{ articleLanguage: 'en_US' }, /^"articleLanguage" is "en_US", but must be a language such as/],
    [{ menu: 'politics' }, '"menu" is "politics", but must be of type array.'],
    [
      { menu: ['Politics'] },
      '"menu.0" is "Politics", but must be a slug: lower-case letters, digits and hyphens.',
    ],
    [{ menu: [{ label: 'About' }] }, /^"menu.0" .* must be a category slug, or { label, href }\.$/],
    [{ footerLinks: [{ label: 'About' }] }, '"footerLinks.0.href" is missing.'],
    [{ frontPage: null }, '"frontPage" is null, but must be of type object.'],
    [{ frontPage: { topStories: 13 } }, '"frontPage.topStories" is 13, but must be at most 12.'],
    [{ frontPage: { priorityDays: 0 } }, '"frontPage.priorityDays" is 0, but must be at least 1.'],
    [
      { frontPage: { sections: [{ category: 'A b' }] } },
      /^"frontPage.sections.0.category" .* must be a slug/,
    ],
    [{ comments: { contact: 'contact/' } }, /^"comments.contact" .* must be a page such as "\/contact\/"/],
    [{ comments: { contact: 'javascript:x' } }, /^"comments.contact" .* must be a page such as/],
    [{ pageSize: { list: 2.5 } }, '"pageSize.list" is 2.5, but must be a whole number from 1 to 100.'],
    [{ pageSize: { feed: '30' } }, /^"pageSize.feed" is "30", but must be a whole number/],
    [{ pageSize: { related: -1 } }, '"pageSize.related" is -1, but must be at least 0.'],
    [{ feeds: { tagMinimum: 0 } }, '"feeds.tagMinimum" is 0, but must be at least 1.'],
    [{ feeds: { hubs: ['hub.example'] } }, /^"feeds.hubs.0" .* must be an address such as/],
    [{ feeds: { idHost: 'https://warta.example' } }, /^"feeds.idHost" .* must be a host such as/],
    [{ indexNow: {} }, '"indexNow.key" is missing.'],
    [{ indexNow: { key: '../key.txt' } }, /^"indexNow.key" .* must have 8 to 128 letters/],
    [{ indexNow: { key: 'short' } }, /^"indexNow.key" .* must have 8 to 128 letters/],
    [{ publisher: { logo: 'logo.png' } }, /^"publisher.logo" .* must start with "\/"/],
    [{ socials: [{ label: 'X', url: '@warta' }] }, /^"socials.0.url" .* must be an address such as/],
    [{ trending: { halfLifeHours: 0 } }, '"trending.halfLifeHours" is 0, but must be more than 0.'],
    [{ trending: { minimumArticles: 0 } }, '"trending.minimumArticles" is 0, but must be at least 1.'],
  ])('%j', (change, complaint) => {
    expect(complaints({ ...LEAST, ...change })).toEqual([
      typeof complaint === 'string' ? complaint : expect.stringMatching(complaint),
    ])
  })

  test.each([
    [{ tagLine: 'News' }, '"tagLine" is not a setting. Did you mean "tagline"?'],
    [{ weather: true }, '"weather" is not a setting.'],
    [{ pageSize: { lists: 6 } }, '"pageSize.lists" is not a setting. Did you mean "list"?'],
    [
      { frontPage: { sections: [{ category: 'economy', article: 3 }] } },
      '"frontPage.sections.0.article" is not a setting. Did you mean "articles"?',
    ],
    [
      { socials: [{ label: 'Mastodon', url: 'https://social.example/', urls: '' }] },
      '"socials.0.urls" is not a setting. Did you mean "url"?',
    ],
  ])('unknown: %j', (change, complaint) => {
    expect(complaints({ ...LEAST, ...change })).toEqual([complaint])
  })

  test('every bad key at once', () => {
    const found = complaints({
      url: 'x',
      locale: 'fr fr',
      pageSize: { list: 0 },
      tagline: 'News',
      nmae: 'Warta',
    })
    expect(found.map((line) => /"([^"]*)"/.exec(line)?.[1]).sort()).toEqual([
      'locale',
      'name',
      'nmae',
      'pageSize.list',
      'url',
    ])
  })

  test.each([
    [undefined, '"the config" is missing.'],
    [null, '"the config" is null, but must be of type object.'],
    ['Warta', '"the config" is "Warta", but must be of type object.'],
  ])('no config but %j', (config, complaint) => {
    expect(complaints(config)).toEqual([complaint])
  })

  test('and the file is named', () => {
    expect(() => parseSite({})).toThrow('src/site.config.ts cannot be used:')
    expect(() => parseSite({}, 'other/site.config.ts')).toThrow('other/site.config.ts cannot be used:')
  })
})

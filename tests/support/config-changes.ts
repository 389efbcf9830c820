import type { SiteInput } from '#domain/site.ts'

/** For each key of a config other values than those of the fixture, by which a build has something to do. */
type ConfigChanges = { [Key in keyof Required<SiteInput>]: readonly NonNullable<SiteInput[Key]>[] }

const AD = { src: '/house-ad.png', alt: 'On paper', width: 728, height: 90, href: '/about/' }

export const CONFIG_CHANGES: ConfigChanges = {
  name: ['Another Paper'],
  tagline: ['Said otherwise'],
  url: ['https://fixture.example/weekly/', 'https://other.example/'],
  locale: ['id'],
  timeZone: ['America/New_York'],
  articleLanguage: ['jv'],
  languages: [[{ locale: 'id', path: 'id', name: 'Kabar Uji' }], [{ locale: 'en-GB', path: 'gb', menu: [] }]],
  menu: [['city', { label: 'All', href: '/archive/' }]],
  footerLinks: [[], [{ label: 'The archive', href: '/archive/' }]],
  frontPage: [{ topStories: 5, priorityDays: 1, sections: [{ category: 'sport', articles: 1 }] }],
  pageSize: [{ list: 4 }, { list: 3, feed: 2, related: 1, trending: 1, mostRead: 2, ticker: 2 }],
  feeds: [{ tagMinimum: 1, tagItems: 2, idHost: 'old.example', hubs: [] }],
  indexNow: [{ key: 'fedcba9876543210' }],
  publisher: [{ name: 'Fixture Ltd', logo: '/apple-touch-icon.png' }, { card: '/house-ad.png' }],
  socials: [[{ label: 'Mastodon', url: 'https://social.example/@fixture' }]],
  search: [{ articlesPerIndex: 300, articlesAtFirst: 5 }],
  trending: [{ halfLifeHours: 1, minimumArticles: 1, maxAgeDays: 20, keepDays: 40 }],
  precompressed: [false],
  ads: [
    { enabled: false },
    { enabled: true, under: { height: 50 }, script: 'https://ads.example/show.js' },
    { enabled: true, inArticle: { height: 90, image: AD, afterParagraph: 2 } },
  ],
  newsletter: [{ title: 'Letters', text: 'Every day.', action: 'https://list.example/join' }],
  support: [{ title: 'Give', text: 'It is dear.', link: { label: 'Here', href: 'https://give.example/' } }],
  output: [
    { tagFeeds: false, tagPagesFrom: 2 },
    { cards: 'none', markdown: false, searchFragments: 'grouped' },
    { cards: 'recent', markdown: true, searchFragments: 'single' },
  ],
  publish: [{ maxLoss: 50 }, { host: 'github' }],
  aiCrawlers: [{ training: true, search: false, userFetch: false }],
  security: [{ contact: ['mailto:hole@fixture.example'], languages: ['en', 'id'] }],
  comments: [
    { provider: 'waline', server: 'https://comments.example/', closeAfterDays: 5, policy: 'Be kind.' },
    {
      provider: 'giscus',
      giscus: { repo: 'outlet/comments', repoId: 'R_1', category: 'News', categoryId: 'C_1' },
    },
  ],
  webDesk: [{ backend: 'github', repo: 'outlet/news' }],
}

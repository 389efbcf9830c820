import type { Feed, FeedItem } from '#syndication/feed.ts'

export const ITEM: FeedItem = {
  id: 'tag:warta.example,2025:budget',
  title: 'Budget',
  url: 'https://warta.example/politics/budget/',
  language: 'en',
  summary: 'What it costs',
  html: '<p>Body</p>',
  authors: [feedAuthor('Budi')],
  categories: ['Politics'],
  publishedAt: new Date('2025-07-04T15:13:00Z'),
  modifiedAt: new Date('2025-07-05T01:00:00Z'),
  image: {
    url: 'https://warta.example/_astro/a.jpg',
    type: 'image/jpeg',
    width: 1200,
    height: 675,
    alt: 'A view',
    credit: 'Ani',
  },
}

export const FEED: Feed = {
  title: 'Warta',
  description: 'News',
  language: 'en',
  page: 'https://warta.example/',
  addresses: {
    rss: 'https://warta.example/rss.xml',
    atom: 'https://warta.example/atom.xml',
    json: 'https://warta.example/feed.json',
  },
  author: feedAuthor('Warta'),
  image: { url: 'https://warta.example/logo.png', title: 'Warta' },
  hubs: [],
  style: '/feed.css',
  updatedAt: new Date('2025-07-05T01:00:00Z'),
  items: [ITEM],
}

export function feedAuthor(name: string) {
  return { name, url: 'https://warta.example/author/budi/' }
}

/** A feed in which every text of authors and editors is the same one. */
export function feedOfText(text: string): Feed {
  const image = { url: 'https://warta.example/a.jpg', type: 'image/jpeg', width: 4, height: 3 }
  return {
    ...FEED,
    title: text,
    description: text,
    image: { ...FEED.image, title: text },
    author: feedAuthor(text),
    items: [
      {
        ...ITEM,
        title: text,
        summary: text,
        html: `<p>${text}</p>`,
        authors: [text, 'Budi', text].map(feedAuthor),
        categories: [text, 'Politics'],
        image: { ...image, alt: text, credit: text },
      },
    ],
  }
}

/** Texts that break what writes or reads them: what each is, the text, and as it must come back. */
export const AWKWARD_TEXTS: [string, string, string][] = [
  ['a number', '007', '007'],
  ['a number with a point', '2026.10', '2026.10'],
  ['a number of another kind', '0x1F', '0x1F'],
  ['true', 'true', 'true'],
  ['an ampersand', 'a & b', 'a & b'],
  ['a tag', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['the end of CDATA', 'a ]]> b <![CDATA[', 'a ]]> b <![CDATA['],
  ['quotation marks', `"a" 'b'`, `"a" 'b'`],
  ['what looks like an entity', '&amp; &#65; &eacute; &apos;', '&amp; &#65; &eacute; &apos;'],
  ['emoji', '😀 👩‍🚀', '😀 👩‍🚀'],
  ['another script', 'Берита 新闻', 'Берита 新闻'],
  ['a script from right to left', 'أخبار اليوم ٢٠٢٥', 'أخبار اليوم ٢٠٢٥'],
  ['a length that no reader cuts', 'x'.repeat(300), 'x'.repeat(300)],
  ['a forbidden character', 'a\u0008b', 'ab'],
  ['half an emoji', 'a\ud83d', 'a'],
  ['a dollar', '$& $1 $$', '$& $1 $$'],
  ['a comment', '<!-- a -->', '<!-- a -->'],
  ['characters for private use', 'a\ue0000\ue001b', 'a\ue0000\ue001b'],
  ['__proto__', '__proto__', '__proto__'],
]

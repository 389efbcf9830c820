import { expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import { convertText } from '#moving-in/to-markdown.ts'
import { bodyOf } from './body.ts'
import type { Row } from './export-parser.ts'
import { mediaPaths } from './media-path.ts'

/** What a post becomes whose files are all there, and whose links lead where they say. */
function convert(post: Row): { markdown: string; notes: readonly string[] } {
  const body = bodyOf(post)
  const { markdown } = convertText(body, {
    upload: () => undefined,
    uploadAt: () => undefined,
    ownUploads: () => [],
    mediaPaths,
    servedAt: (path) => path,
    link: (href) => ({ href }),
    find: ([path]) => path,
    refused: new Set(),
  })
  return { markdown: markdown.trim(), notes: body.notes }
}

const html = (source: string) => convert({ html: source }).markdown
const T = (text: string, format = 0) => ({ type: 'extended-text', text, format })
const lexical = (...children: object[]) => convert({ lexical: JSON.stringify({ root: { children } }) })
const mobiledoc = (fields: object) => convert({ mobiledoc: JSON.stringify(fields) })

test.each([
  ['HTML', { html: '<p>a</p>', lexical: '{"root":{}}', mobiledoc: '{}' }, 'a'],
  [
    'Lexical where there is none',
    {
      html: null,
      lexical: JSON.stringify({ root: { children: [{ type: 'paragraph', children: [T('b')] }] } }),
      mobiledoc: '{}',
    },
    'b',
  ],
  [
    'mobiledoc where there is neither',
    { html: ' ', lexical: null, mobiledoc: '{"sections":[[1,"p",[[0,[],0,"c"]]]]}' },
    'c',
  ],
  [
    'mobiledoc where Lexical is broken',
    { lexical: '{', mobiledoc: '{"sections":[[1,"p",[[0,[],0,"c"]]]]}' },
    'c',
  ],
  ['nothing', {}, ''],
])('its text is of %s', (_case, post, expected) => {
  expect(convert(post).markdown).toBe(expected)
})

test('a text that cannot be read is told of', () => {
  expect(convert({ lexical: '{' }).notes).toEqual(['its text in the field "lexical" cannot be read'])
})

const CARD = 'kg-card kg-'
test.each([
  ['a link to itself', '<a href="__GHOST_URL__/x/">x</a>', '[x](/x/)'],
  ['its own front page', '<a href="__GHOST_URL__">x</a>', '[x](/)'],
  [
    'a bookmark',
    `<figure class="${CARD}bookmark-card"><a class="kg-bookmark-container" href="https://x.example/"><div class="kg-bookmark-title">T</div><div class="kg-bookmark-description">D</div><span class="kg-bookmark-author">A</span><span class="kg-bookmark-publisher">P</span><img src="https://x.example/t.png"></a><figcaption>C</figcaption></figure>`,
    '[T](https://x.example/) — D (A, P)\n\nC',
  ],
  [
    'a gallery',
    `<figure class="${CARD}gallery-card"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="__GHOST_URL__/content/images/a.jpg" alt="A"></div><div><img src="__GHOST_URL__/content/images/size/w600/b.jpg" alt="B"></div></div><figcaption>C</figcaption></figure>`,
    '![A](./a-o.jpg)\n![B](./b-o.jpg)\n\n*C*',
  ],
  [
    'a callout',
    `<div class="${CARD}callout-card"><div class="kg-callout-emoji">!</div><div class="kg-callout-text">a <b>b</b></div></div>`,
    '> ! a **b**',
  ],
  [
    'a toggle with a card in it',
    `<div class="${CARD}toggle-card"><div><h4 class="kg-toggle-heading-text">Q</h4><button><svg></svg></button></div><div class="kg-toggle-content"><p>A</p><div class="${CARD}button-card"><a class="kg-btn" href="/x/">B</a></div></div></div>`,
    '**Q**\n\nA\n\n[B](/x/)',
  ],
  [
    'a button',
    `<div class="${CARD}button-card"><a href="https://x.example/" class="kg-btn kg-btn-accent">B</a></div>`,
    '[B](https://x.example/)',
  ],
  [
    'a file',
    `<div class="${CARD}file-card"><a class="kg-file-card-container" href="https://x.example/a.odd"><div class="kg-file-card-title">T</div><div class="kg-file-card-caption">C</div><div class="kg-file-card-filename">a.odd</div><div class="kg-file-card-filesize">5 KB</div><svg></svg></a></div>`,
    '[T](https://x.example/a.odd) C (a.odd, 5 KB)',
  ],
  [
    'a sound',
    `<div class="${CARD}audio-card"><audio src="https://x.example/a.odd"></audio><div class="kg-audio-title">T</div><button>1×</button></div>`,
    'T\n\n[https://x.example/a.odd](https://x.example/a.odd)',
  ],
  ['an alternative quotation', '<blockquote class="kg-blockquote-alt">a</blockquote>', '> [!pull]\n>\n> a'],
  ['a form to sign up', `<p>a</p><div class="${CARD}signup-card"><form><input></form>Join</div>`, 'a'],
  [
    'what is for members alone',
    '<p>a</p><!--kg-gated-block:begin nonMember:false memberSegment:"" --><p>s</p><!--kg-gated-block:end--><p>b</p>',
    'a\n\nb',
  ],
  [
    'what is for those who are none',
    '<!--kg-gated-block:begin nonMember:true memberSegment:"" --><p>a</p><!--kg-gated-block:end-->',
    'a',
  ],
])('Ghost’s own HTML: %s', (_case, source, expected) => {
  expect(html(source)).toBe(expected)
})

test.each([
  [
    'marks',
    { type: 'paragraph', children: [T('a', 1), T(' '), T('b', 3), T(' '), T('c', 16)] },
    '**a** **_b_** `c`',
  ],
  ['signs of HTML', { type: 'paragraph', children: [T('a < b & c')] }, 'a < b & c'],
  ['lines', { type: 'paragraph', children: [T('a'), { type: 'linebreak' }, T('b')] }, 'a\\\nb'],
  ['a heading', { type: 'extended-heading', tag: 'h3', children: [T('a')] }, '### a'],
  [
    'a list in a list',
    {
      type: 'list',
      listType: 'bullet',
      children: [
        { type: 'listitem', children: [T('a')] },
        {
          type: 'listitem',
          children: [
            { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [T('b')] }] },
          ],
        },
      ],
    },
    '- a\n  1. b',
  ],
  ['a quotation', { type: 'extended-quote', children: [T('a')] }, '> a'],
  ['an aside', { type: 'aside', children: [T('a')] }, '> [!pull]\n>\n> a'],
  [
    'a picture',
    { type: 'image', src: '__GHOST_URL__/content/images/a.jpg', alt: 'A', caption: '<b>C</b>' },
    '![A](./a-o.jpg "C")',
  ],
  [
    'a gallery',
    {
      type: 'gallery',
      images: [
        { src: '/content/images/a.jpg', alt: 'A' },
        { src: '/content/images/b.jpg', alt: 'B' },
      ],
      caption: '',
    },
    '![A](./a-o.jpg)\n![B](./b-o.jpg)',
  ],
  [
    'a bookmark',
    { type: 'bookmark', url: 'https://x.example/', metadata: { title: 'T', publisher: 'P' } },
    '[T](https://x.example/) — (P)',
  ],
  ['a callout', { type: 'callout', calloutEmoji: '!', calloutText: '<p>a</p>' }, '> ! a'],
  ['a toggle', { type: 'toggle', heading: 'Q', content: '<p>A</p>' }, '**Q**\n\nA'],
  [
    'an embed',
    { type: 'embed', url: 'https://youtu.be/dQw4w9WgXcQ', html: '' },
    '[https://youtu.be/dQw4w9WgXcQ](https://youtu.be/dQw4w9WgXcQ)',
  ],
  [
    'a player',
    {
      type: 'embed',
      url: 'https://x.example/',
      html: '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    },
    '[https://www.youtube.com/embed/dQw4w9WgXcQ](https://www.youtube.com/embed/dQw4w9WgXcQ)',
  ],
  ['a button', { type: 'button', buttonText: 'B & C', buttonUrl: '/x/' }, '[B & C](/x/)'],
  [
    'a file',
    { type: 'file', src: 'https://x.example/a.odd', fileTitle: 'T', fileName: 'a.odd' },
    '[T](https://x.example/a.odd) (a.odd)',
  ],
  ['code', { type: 'codeblock', code: 'a < b', language: 'js' }, '```js\na < b\n```'],
  ['a rule', { type: 'horizontalrule' }, '***'],
  ['HTML', { type: 'html', html: '<p>a</p>' }, 'a'],
  ['Markdown, its lines as they are', { type: 'markdown', markdown: 'a\nb\n\nc' }, 'a\\\nb\n\nc'],
  ['what is sent by e-mail alone', { type: 'email', html: '<p>a</p>' }, ''],
])('Lexical: %s', (_case, node, expected) => {
  const { markdown, notes } = lexical(node)
  expect(markdown).toBe(expected)
  expect(notes).toEqual([])
})

test('cards that are not known are told of', () => {
  expect(lexical({ type: 'hologram' }).notes).toEqual(['cards that are not known, left out: hologram'])
  expect(mobiledoc({ sections: [[10, 0]], cards: [['hologram', {}]] }).notes).toEqual([
    'cards that are not known, left out: hologram',
  ])
})

test.each([
  [
    'marks and links',
    {
      markups: [['strong'], ['a', ['href', '__GHOST_URL__/x/']]],
      sections: [
        [
          1,
          'p',
          [
            [0, [0], 0, 'a'],
            [0, [], 1, ' b'],
            [0, [1], 1, 'c'],
          ],
        ],
      ],
    },
    '**a b**[c](/x/)',
  ],
  [
    'a soft return',
    {
      atoms: [['soft-return', '', {}]],
      sections: [
        [
          1,
          'p',
          [
            [0, [], 0, 'a'],
            [1, [], 0, 0],
            [0, [], 0, 'b'],
          ],
        ],
      ],
    },
    'a\\\nb',
  ],
  ['a heading', { sections: [[1, 'h3', [[0, [], 0, 'a']]]] }, '### a'],
  ['a list', { sections: [[3, 'ol', [[[0, [], 0, 'a']], [[0, [], 0, 'b']]]]] }, '1. a\n2. b'],
  ['a picture', { sections: [[2, '/content/images/a.jpg']] }, '![?](./a-o.jpg)'],
  ['an aside', { sections: [[1, 'aside', [[0, [], 0, 'a']]]] }, '> [!pull]\n>\n> a'],
  ['a card', { cards: [['code', { code: 'a' }]], sections: [[10, 0]] }, '```\na\n```'],
  [
    'marks that nobody may write',
    { markups: [['script']], sections: [[1, 'script', [[0, [0], 1, 'a']]]] },
    'a',
  ],
  ['what is no document', { sections: 'x', cards: 7 }, ''],
])('mobiledoc: %s', (_case, fields, expected) => {
  expect(mobiledoc(fields).markdown).toBe(expected)
})

test.each([
  ['parts for members without an end', '<!--kg-gated-block:begin nonMember:false -->'],
  ['figures without an end', '<figure class="kg-card kg-gallery-card">'],
])('many %s are read in linear time', (_case, piece) => {
  expect(growthOf((count) => bodyOf({ html: piece.repeat(count) }), 10_000)).toBeLessThan(MOST_OF_LINEAR)
})

test.each([
  [
    '/content/images/size/w600/2021/05/a.jpg',
    [
      'images/2021/05/a_o.jpg',
      '2021/05/a_o.jpg',
      'images/2021/05/a.jpg',
      '2021/05/a.jpg',
      'images/size/w600/2021/05/a.jpg',
    ],
  ],
  [
    'https://x.example/blog/content/files/a%20b.pdf',
    ['files/a b_o.pdf', 'a b_o.pdf', 'files/a b.pdf', 'a b.pdf', 'files/a b.pdf'],
  ],
  ['https://x.example/content/', []],
  ['/2021/05/a.jpg', []],
])('the file of %s', (address, paths) => {
  expect(mediaPaths(address)).toEqual(paths)
})

import type { Element } from 'hast'
import { markdownToHtml } from 'satteri'
import { expect, test } from 'vitest'
import { elementsOf } from '../../tests/support/html.ts'
import { renderBody } from './render.ts'

const BODIES = 400
const SAFE_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']
/** All that Markdown itself can make. */
const TAGS = new Set(
  'a blockquote br button code del div em embed-card figcaption figure h2 h3 h4 h5 h6 hr image-gallery img input li ol p pre section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
)

const PIECES = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//a.example>',
  '<script\n',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<img/src="x"/onerror="alert(1)">',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)" onclick=alert(1)>A</a>',
  '<div style="position:fixed">',
  '<style>@import "//a.example"</style>',
  '<textarea>',
  '<title>',
  '<!--',
  '-->',
  '<!-- <script>alert(1)</script> -->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<?',
  '<base href="//a.example">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '[A](javascript:alert(1))',
  '[A](JAVA&Tab;SCRIPT:alert(1))',
  '[A](&#x6a;avascript&colon;alert(1) "T")',
  '[A](<java\tscript:alert(1)>)',
  '[A](<data:text/html,<script>alert(1)</script>>)',
  '<javascript:alert(1)>',
  '<https://a.example/"onclick="alert(1)>',
  '[A][a]',
  '\n\nhttps://youtu.be/aaaaaaaaaaa?t=1"onload=alert(1)\n\n',
  '\n\n["><script>alert(1)</script>](https://www.google.com/maps?q="><script>)\n\n',
  '\n\n[A](https://x.com/a/status/20?javascript:alert(1))\n\n',
  '\n\n[a]: vbscript:alert(1) "\' onclick=alert(1) "\n\n',
  '![A](x.jpg "\\" onload=alert(1) ")',
  '![" onerror="alert(1)](x.jpg)',
  '![A](javascript:alert(1))',
  '\n\n!["><b>](a.jpg "C | <script>alert(1)</script>")\n![B](b.jpg "| \\" onload=x")\n\n',
  '\n\n> [!pull] <script>alert(1)</script>\n>\n> -- <b onclick=x>\n\n',
  'A[^1]',
  '\n\n[^1]: <b onclick=alert(1)>B</b> [A](javascript:alert(1))\n\n',
  '\n\n| <b>A</b> | `|` |\n|:-:|--:|\n| <script> | [A](javascript:alert(1)) |\n\n',
  '\n# <img src=x onerror=alert(1)>\n',
  '\n## A " onclick="alert(1)\n',
  '\n```html" onclick="alert(1)\n',
  '\n~~~\n',
  '\n    <script>\n',
  '> ',
  '\n- [ ] ',
  '`',
  '**',
  '~~',
  '\\',
  '"',
  "'",
  '<',
  '>',
  '&',
  '&lt;script&gt;',
  '&#0;',
  '\0',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\n',
  '\n\n',
  ' ',
  'word',
]

/** mulberry32: the same numbers in every run, so that a failure can be looked at again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function bodyOf(seed: number): string {
  const random = randomFrom(seed)
  const pieces = Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
    const piece = PIECES[Math.floor(random() * PIECES.length)] ?? ''
    return random() < 0.1 ? piece.slice(Math.floor(random() * piece.length)) : piece
  })
  return pieces.join(random() < 0.5 ? '' : ' ')
}

const bodies = Array.from({ length: BODIES }, (_, seed) => bodyOf(seed))

/** Where a card may take its frame from. */
const FRAMES =
  /^https:\/\/(www\.youtube-nocookie\.com\/embed\/|platform\.twitter\.com\/embed\/|www\.google\.com\/maps|www\.openstreetmap\.org\/export\/embed\.html)/

/** What of an element could run, load or restyle anything that the author may not. */
function dangers({ tagName, properties }: Element): string[] {
  const found = TAGS.has(tagName) ? [] : [tagName]
  for (const [name, value] of Object.entries(properties)) {
    if (/^(on|style$|srcDoc$|formAction$)/i.test(name)) found.push(name)
    if ((name === 'href' || name === 'src') && !SAFE_SCHEMES.includes(schemeOf(String(value))))
      found.push(String(value))
    if (name === 'dataFrame' && !FRAMES.test(String(value))) found.push(String(value))
  }
  return found
}

function schemeOf(address: string): string {
  return URL.parse(address, 'https://warta.example/')?.protocol ?? 'https:'
}

test('no hostile body gets anything dangerous into the page, nor one id twice', async () => {
  for (const [seed, body] of bodies.entries()) {
    const { html } = await renderBody(body, {
      image: async () => ({ src: '/a.jpg', width: 4, height: 3 }),
      href: (written) => written,
      labels: {
        footnotes: 'Notes',
        backToReference: 'Back to {reference}',
        linkToSection: 'Link',
        table: 'Table',
        credit: 'Picture',
        live: {
          gallery: { name: 'Gallery', enlarge: 'Enlarge' },
          embed: { load: { video: 'Play', post: 'Show', map: 'Show' }, notice: 'From {host}' },
        },
      },
    })
    const elements = elementsOf(html)
    const ids = elements.flatMap(({ properties }) => (properties.id ? [properties.id] : []))
    expect(elements.flatMap(dangers), `body ${seed}: ${JSON.stringify(body)}`).toEqual([])
    expect(new Set(ids).size, `body ${seed}: ${JSON.stringify(body)}`).toBe(ids.length)
  }
})

test('the bodies are hostile: plain Markdown lets most of them through', () => {
  const dangerous = bodies.filter((body) => elementsOf(markdownToHtml(body).html).flatMap(dangers).length > 0)
  expect(dangerous.length).toBeGreaterThan(BODIES / 2)
})

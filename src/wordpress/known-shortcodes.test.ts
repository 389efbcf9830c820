import { describe, expect, test } from 'vitest'
import type { Upload } from '#moving-in/record.ts'
import { expandShortcodes } from './known-shortcodes.ts'

const upload = (id: string, isPicture = true): Upload => ({
  ...{ id, address: `/u/${id}.jpg`, paths: [], alt: `Alt ${id}`, caption: `Caption ${id}` },
  ...{ title: '', oldAddresses: [], parent: '', isPicture },
})
const UPLOADS = [upload('1'), upload('2'), upload('3', false)]

/** The HTML of a text, and the names of what is kept as text and of what was taken out around something. */
function expand(text: string) {
  const unknown: string[] = []
  const unwrapped: string[] = []
  const html = expandShortcodes(text, {
    upload: (id) => UPLOADS.find((one) => one.id === id),
    ownUploads: () => UPLOADS,
    onUnknown: (name) => unknown.push(name),
    onUnwrapped: (name) => unwrapped.push(name),
  })
  return { html: html.trim(), unknown, unwrapped }
}

const image = (id: string) => `<img class="wp-image-${id}" src="/u/${id}.jpg" alt="Alt ${id}">`
const link = (address: string, words = address) => `<p><a href="${address}">${words}</a></p>`

describe('a shortcode that is known', () => {
  test.each([
    [
      '[caption id="attachment_1" width="300"]<img src="/a.jpg"> Dawn[/caption]',
      '<figure class="wp-caption"><img src="/a.jpg"><figcaption>Dawn</figcaption></figure>',
    ],
    [
      '[caption id="attachment_1" caption="Dawn"][/caption]',
      `<figure class="wp-caption">${image('1')}<figcaption>Dawn</figcaption></figure>`,
    ],
    [
      '[gallery ids="2"]',
      `<figure class="wp-block-gallery"><figure>${image('2')}<figcaption>Caption 2</figcaption></figure></figure>`,
    ],
    [
      '[gallery exclude="2"]',
      `<figure class="wp-block-gallery"><figure>${image('1')}<figcaption>Caption 1</figcaption></figure></figure>`,
    ],
    ['[embed]https://x.example/[/embed]', link('https://x.example/')],
    ['[youtube x1]', link('https://www.youtube.com/watch?v=x1')],
    ['[youtube=https://youtu.be/x1]', link('https://youtu.be/x1')],
    ['[vimeo id="12"]', link('https://vimeo.com/12')],
    ['[tweet 12]', link('https://twitter.com/i/status/12')],
    ['[audio mp3="/u/a.mp3"][/audio]', link('/u/a.mp3', 'a.mp3')],
    ['[playlist ids="1, 2"]', `${link('/u/1.jpg', '1.jpg')}\n\n\n\n${link('/u/2.jpg', '2.jpg')}`],
    ['a[efn_note]b[/efn_note]', 'a<inline-note>b</inline-note>'],
    ['[php]a < b[/php]', '<pre><code class="language-php">a &lt; b</code></pre>'],
    ['[code lang="js"]a[/code]', '<pre><code class="language-js">a</code></pre>'],
    ['[code]a[/code]', '<pre><code>a</code></pre>'],
  ])('%s is the HTML that it stands for', (text, html) => {
    expect(expand(text)).toEqual({ html, unknown: [], unwrapped: [] })
  })

  test.each(['[gallery ids="9"]', '[youtube]', '[audio]', '[playlist ids="9"]'])(
    'stays where it names nothing that is there: %s',
    (text) => {
      expect(expand(text).html).toBe(text)
    },
  )
})

describe('a shortcode of a theme or plug-in', () => {
  test.each([
    ['[box colour="red"]Words[/box]', 'Words', ['box']],
    ['[button url="/a/"]Read[/button]', '<a href="/a/">Read</a>', ['button']],
    ['[button]Read[/button]', 'Read', ['button']],
    ['[vc_row][vc_column]Words[/vc_column][/vc_row]', 'Words', ['vc_row', 'vc_column']],
    [`[vc_raw_html]${btoa('%3Cb%3Ex%3C%2Fb%3E')}[/vc_raw_html]`, '<b>x</b>', ['vc_raw_html']],
    ['[vc_raw_js]x[/vc_raw_js]', '', ['vc_raw_js']],
  ])('%s goes, and what it stands around stays', (text, html, unwrapped) => {
    const found = expand(text)
    expect(found.html.replace(/\s+/g, ' ')).toBe(html)
    expect([...new Set(found.unwrapped)]).toEqual(unwrapped)
  })

  test.each([
    ['[contact-form]', ['contact-form']],
    ['[ad id="7"]', ['ad']],
    ['[subscribe]', ['subscribe']],
  ])('%s stays, and is told of', (text, unknown) => {
    expect(expand(text)).toEqual({ html: text, unknown, unwrapped: [] })
  })

  test.each(['He said [sic] so', 'See [1] and [note 2]', 'no brackets'])('%s has none', (text) => {
    expect(expand(text)).toEqual({ html: text, unknown: [], unwrapped: [] })
  })
})

test.each([
  '<pre>[gallery]</pre>',
  '<code class="x">[gallery]</code>',
  '<a title="[gallery]">x</a>',
  '<!-- [gallery] -->',
  '<script>[gallery]</script>',
])('nobody means a shortcode in %s', (text) => {
  expect(expand(text)).toEqual({ html: text, unknown: [], unwrapped: [] })
})

import { expect, test } from 'vitest'
import type { ConversionContext } from '#moving-in/conversion.ts'
import type { Upload } from '#moving-in/record.ts'
import { convertText } from '#moving-in/to-markdown.ts'
import { bodyOf } from './content.ts'
import { mediaPaths } from './media-path.ts'

const UPLOADS = new Set([
  '2019/03/a.jpg',
  '2019/03/b.png',
  '2019/03/loop.gif',
  '2019/03/plan.pdf',
  '2019/03/talk.mp3',
  '2019/03/run.svg',
])
const U = 'https://old.example/wp-content/uploads/2019/03/'

function upload(id: string, file: string): Upload {
  return {
    id,
    address: U + file,
    paths: [`2019/03/${file}`],
    alt: `Alt ${id}`,
    caption: `Caption ${id}`,
    title: '',
    oldAddresses: [],
    parent: '',
    isPicture: true,
  }
}

const KNOWN = new Map([upload('1', 'a.jpg'), upload('2', 'b.png')].map((one) => [one.id, one]))

const context: ConversionContext = {
  upload: (id) => KNOWN.get(id),
  ownUploads: () => [...KNOWN.values()],
  mediaPaths,
  servedAt: (path) => `wp-content/uploads/${path}`,
  link: (address) => {
    if (address.startsWith('https://old.example/wp-content')) return { fault: 'deadLinks' }
    if (/script/.test(address)) return { fault: 'mistyped' }
    return {
      href: address === 'https://old.example/?p=5' ? '/city/five/' : address.replace(/^\/\//, 'https://'),
    }
  },
  uploadAt: () => undefined,
  find: (paths) => paths.find((path) => UPLOADS.has(path)),
  refused: new Set(),
}

const blockOf = (id: string) =>
  id === '7' ? '<!-- wp:paragraph --><p>Kept.</p><!-- /wp:paragraph -->' : undefined

/** The notes of the reader and of the conversion, and what is called in Markdown. */
function convert(content: string, meta: Record<string, string> = {}, more: Partial<ConversionContext> = {}) {
  const known = { ...context, ...more }
  const body = bodyOf({ content, meta: new Map(Object.entries(meta)) }, known, blockOf)
  const { markdown, findings } = convertText(body, known)
  return {
    markdown,
    pictures: findings.pictures,
    notes: [...findings.notes(), ...body.notes],
    settled: findings.settled.all().map(({ kind, of }) => [kind, ...of]),
  }
}

const markdown = (content: string) => convert(content).markdown

test.each([
  ['paragraphs by empty lines', 'One\ntwo\n\nThree', 'One\\\ntwo\n\nThree'],
  ['a marked-up paragraph keeps its lines together', '<p>One\ntwo</p>', 'One two'],
  ['emphasis over an empty line', '<em>a\n\nb</em>', '*a*\n\n*b*'],
  ['blanks within bold', 'so <b>very </b>big', 'so **very** big'],
  ['bold within bold', '<b><strong>x</strong></b>', '**x**'],
  ['what looks like Markdown', '5 * 3 * 2 and _x_ [y] # z', '5 \\* 3 \\* 2 and \\_x\\_ \\[y] # z'],
  ['single tildes', '20~25 and 30~35', '20\\~25 and 30\\~35'],
  ['what looks like HTML', '&lt;script&gt;', '\\<script>'],
  ['the sign for more', 'One\n<!--more-->\nTwo', 'One\n\nTwo'],
  ['nested lists', '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>', '- a\n  1. b\n- c'],
  ['figures above and below', 'H<sub>2</sub>O, m<sup>2</sup>, 1<sup>st</sup>', 'H₂O, m², 1st'],
  ['the highest heading', '<h1>Head</h1>', '## Head'],
  ['a heading of nothing', '<h2> </h2>x', 'x'],
  ['a quotation and its speaker', '<blockquote>One\n<cite>Sari</cite></blockquote>', '> One\n>\n> — Sari'],
  ['code', '<pre><code class="language-php">if (a &lt; b) [x]</code></pre>', '```php\nif (a < b) [x]\n```'],
  ['a code shortcode', '[code language="css"]a > b {}[/code]', '```css\na > b {}\n```'],
  [
    'a table without a head',
    '<table><tr><td>a|b</td><td>c</td></tr><tr><td>d</td><td>e<br>f</td></tr></table>',
    '| a\\|b | c |\n| - | - |\n| d | e f |',
  ],
  [
    'an address alone',
    'https://youtu.be/dQw4w9WgXcQ',
    '[https://youtu.be/dQw4w9WgXcQ](https://youtu.be/dQw4w9WgXcQ)',
  ],
  [
    'an address in a sentence',
    'See https://x.example/a_b.',
    'See [https://x.example/a_b](https://x.example/a_b).',
  ],
  [
    'a frame',
    '<p>a<iframe src="//www.youtube.com/embed/dQw4w9WgXcQ" title="Film"></iframe></p>',
    'a\n\n[Film](https://www.youtube.com/embed/dQw4w9WgXcQ)',
  ],
  [
    'the embed shortcode',
    '[embed width="9"]https://x.com/a/status/1[/embed]',
    '[https://x.com/a/status/1](https://x.com/a/status/1)',
  ],
  ['a link to an old page', '<a href="https://old.example/?p=5">five</a>', '[five](/city/five/)'],
  ['a link that would run', '<a href="java\nscript:alert(1)">x</a>', 'x'],
  ['a link to an upload', `<a href="${U}plan.pdf">Plan</a>`, '[Plan](/wp-content/uploads/2019/03/plan.pdf)'],
  ['an upload that could run', `<a href="${U}run.svg">Run</a>`, 'Run'],
  ['a sound', `[audio mp3="${U}talk.mp3"][/audio]`, '[talk.mp3](/wp-content/uploads/2019/03/talk.mp3)'],
  ['a smiley', 'Hi <img class="wp-smiley" src="x.png" alt=":)">', 'Hi :)'],
  [
    'a picture in a text',
    `Left <img src="${U}a-300x200.jpg" alt="A"> right`,
    'Left\n\n![A](./a.jpg)\n\nright',
  ],
  [
    'a linked picture',
    `<a href="${U}a.jpg"><img class="wp-image-1" src="${U}a-150x150.jpg"></a>`,
    '![Alt 1](./a.jpg)',
  ],
  [
    'a caption',
    `[caption id="attachment_1" width="9"]<img src="${U}a.jpg" alt="A"> Words <em>here</em>[/caption]`,
    '![A](./a.jpg "Words here")',
  ],
  ['an old caption', `[caption caption="Words"]<img src="${U}a.jpg">[/caption]`, '![Words](./a.jpg "Words")'],
  [
    'a gallery by numbers',
    '[gallery ids="2,1"]',
    '![Alt 2](./b.png "Caption 2")\n![Alt 1](./a.jpg "Caption 1")',
  ],
  [
    'a gallery of what was uploaded',
    '[gallery]',
    '![Alt 1](./a.jpg "Caption 1")\n![Alt 2](./b.png "Caption 2")',
  ],
  ['a moving picture', `<img src="${U}loop.gif" alt="L">`, '![L](./loop.webp)'],
  ['a missing picture', `<img src="${U}gone.jpg" alt="Gone">`, 'Gone'],
  [
    "Jetpack's copy",
    `<img src="https://i0.wp.com/old.example/wp-content/uploads/2019/03/a.jpg?w=300" alt="A">`,
    '![A](./a.jpg)',
  ],
  [
    'an unknown shortcode',
    'Now [weather place="Tuban"] and [sic]',
    'Now \\[weather place="Tuban"] and \\[sic]',
  ],
  ['a shortcode that is written of', 'Write [[gallery]]', 'Write \\[gallery]'],
  ['a note as a shortcode', 'Text[mfn]A <b>note</b>[/mfn].', 'Text[^1].\n\n[^1]: A **note**'],
  ['unclosed tags', '<div><b>one', '**one**'],
  ['nothing', '  \n ', ''],
])('of the classic editor: %s', (_case, content, expected) => {
  expect(markdown(content).trimEnd()).toBe(expected)
})

test.each([
  ['an empty paragraph', '<p>&nbsp;</p>', ''],
  ['columns', '<div><div><p>a</p></div><div>b</div><div>c</div></div>', 'a\n\nb\n\nc'],
  [
    'a figure',
    `<figure class="wp-block-image"><img class="wp-image-1" src="${U}a-9x9.jpg" alt=""><figcaption>At "dawn" | Office</figcaption></figure>`,
    '![Alt 1](./a.jpg "At \\"dawn\\" | Office")',
  ],
  [
    'a gallery of figures',
    `<figure class="wp-block-gallery"><figure><img class="wp-image-1" src="x" alt="A"></figure><figure><img class="wp-image-2" src="y" alt="B"><figcaption>Bee</figcaption></figure><figcaption>All</figcaption></figure>`,
    '![A](./a.jpg)\n![B](./b.png "Bee")\n\n*All*',
  ],
  [
    'a gallery as a list',
    `<ul class="wp-block-gallery"><li class="blocks-gallery-item"><figure><img class="wp-image-1" src="x" alt="A"></figure></li><li><figure><img class="wp-image-2" src="y" alt="B"></figure></li></ul>`,
    '![A](./a.jpg)\n![B](./b.png)',
  ],
  [
    'a film with its caption',
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/dQw4w9WgXcQ\n</div><figcaption>Film</figcaption></figure>',
    '[Film](https://youtu.be/dQw4w9WgXcQ)',
  ],
  [
    'a pull quote',
    '<figure class="wp-block-pullquote"><blockquote><p>Words</p><cite>Sari</cite></blockquote></figure>',
    '> [!pull]\n>\n> Words\n>\n> — Sari',
  ],
  ['a poem', '<pre class="wp-block-verse">One\n  two</pre>', 'One\\\ntwo'],
  ['a fold', '<details><summary>More</summary><p>In</p></details>', '**More**\n\nIn'],
  [
    'a file',
    `<div class="wp-block-file"><a href="${U}plan.pdf">Plan</a><a class="wp-block-file__button" href="${U}plan.pdf">Download</a></div>`,
    '[Plan](/wp-content/uploads/2019/03/plan.pdf)',
  ],
  ['a block for many posts', '<!-- wp:block {"ref":7} /-->', 'Kept.'],
  ['a block that is filled in', 'x<!-- wp:latest-posts {"n":3} /-->', 'x'],
  [
    'a post on X',
    '<blockquote class="twitter-tweet"><p>Tweet</p>&mdash; A <a href="https://twitter.com/a/status/1">1 June</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>',
    '> Tweet\n>\n> — A [1 June](https://twitter.com/a/status/1)\n\n[https://twitter.com/a/status/1](https://twitter.com/a/status/1)',
  ],
])('of blocks: %s', (_case, content, expected) => {
  expect(markdown(`<!-- wp:x -->${content}<!-- /wp:x -->`).trimEnd()).toBe(expected)
})

test('footnotes of the block editor', () => {
  const content = '<!-- wp:x --><p>Text<sup data-fn="n" class="fn"><a href="#n">1</a></sup></p>'
  const footnotes = JSON.stringify([{ id: 'n', content: 'By <em>order</em>' }])
  expect(convert(content, { footnotes }).markdown).toBe('Text[^1]\n\n[^1]: By *order*\n')
})

test('what did not come through is told', () => {
  const { notes } = convert(
    '[weather place="x"]\n\n[toc]\n\n<form><input></form> <script>x()</script> <!-- wp:calendar /-->',
  )
  expect(notes).toEqual([
    'left out: a script, a form',
    'shortcodes kept as text: [weather], [toc]',
    'blocks that WordPress fills in itself, left out: calendar',
  ])
})

const NOWHERE = 'https://nowhere.example/'
const toNowhere: Partial<ConversionContext> = {
  link: (address) => {
    if (/nowhere.*\.pdf$/.test(address)) return { fault: 'deadLinks' }
    return /nowhere|^ttps/.test(address) ? { fault: 'mistyped' } : { href: address }
  },
}

test.each([
  ['a link', `<p>a <a href="${NOWHERE}">b</a> c</p>`, 'a b c', ['mistyped', NOWHERE]],
  ['an address alone', `x\n\n${NOWHERE}\n\ny`, 'x\n\nhttps\\://nowhere.example/\n\ny', ['mistyped', NOWHERE]],
  [
    'an address in a text',
    `<p>See ${NOWHERE}x, or not</p>`,
    'See https\\://nowhere.example/x, or not',
    ['mistyped', `${NOWHERE}x`],
  ],
  [
    'a film',
    '<p>a</p><iframe src="ttps://v.example/1" title="A film"></iframe>',
    'a\n\nA film',
    ['mistyped', 'ttps://v.example/1'],
  ],
  [
    'a film in a figure',
    '<figure><iframe src="ttps://v.example/1"></iframe></figure>',
    'ttps\\://v.example/1',
    ['mistyped', 'ttps://v.example/1'],
  ],
  [
    'a sound',
    '<audio src="ttps://v.example/1.mp3"></audio>',
    'ttps\\://v.example/1.mp3',
    ['mistyped', 'ttps://v.example/1.mp3'],
  ],
  [
    'a document that is missing',
    '<a href="https://nowhere.example/wp-content/uploads/x.pdf">plan</a>',
    'plan',
    ['missingFiles', 'https://nowhere.example/wp-content/uploads/x.pdf'],
  ],
  [
    'a picture that is missing',
    '<img src="https://nowhere.example/x.jpg" alt="A quay">',
    'A quay',
    ['missingPictures', 'https://nowhere.example/x.jpg'],
  ],
  [
    'its caption',
    '<figure><img src="https://nowhere.example/x.jpg"><figcaption>The quay</figcaption></figure>',
    'The quay',
    ['missingPictures', 'https://nowhere.example/x.jpg'],
  ],
  [
    'a picture that is missing in a gallery',
    `<figure class="wp-block-gallery"><figure><img src="${NOWHERE}x.jpg" alt="Quay"></figure><figure><img src="${U}a.jpg" alt="Boat"></figure></figure>`,
    '![Boat](./a.jpg)\n\nQuay',
    ['missingPictures', `${NOWHERE}x.jpg`],
  ],
  [
    'a picture of another site',
    '<img src="https://other.example/x.jpg" alt="A quay">',
    '[A quay](https://other.example/x.jpg)',
    ['foreignPictures', 'https://other.example/x.jpg'],
  ],
  ['a picture without words', `<img src="${U}a.jpg" alt="">`, '![?](./a.jpg)', ['wordless', 'a.jpg']],
])('%s that leads nowhere keeps its words, and is told', (_case, html, expected, settled) => {
  const made = convert(html, {}, toNowhere)
  expect(made.markdown.trimEnd()).toBe(expected)
  expect(made.settled).toEqual([settled])
})

test.each([
  ['its own', { alt: 'Alt', caption: 'Caption' }, 'Own', 'Own'],
  ['those of the upload', { alt: 'Alt', caption: 'Caption', title: 'Title' }, '', 'Alt'],
  ['the caption', { caption: 'Caption', title: 'Title' }, '', 'Caption'],
  ['the title', { title: 'The quay at night', description: 'Long' }, '', 'The quay at night'],
  ['the description, as the title is the file’s name', { title: 'A', description: 'Long' }, '', 'Long'],
  ['none but a mark', { title: 'a.jpg' }, '', '?'],
])('the words of a picture are %s', (_case, known, alt, expected) => {
  const one = { ...upload('1', 'a.jpg'), alt: '', caption: '', ...known }
  const found = convert(`<img src="${U}a-300x200.jpg" alt="${alt}">`, {}, { uploadAt: () => one })
  expect(found.markdown).toBe(`![${expected}](./a.jpg)\n`)
})

test.each([
  [
    'Divi',
    '[et_pb_section fb_built="1"][et_pb_row][et_pb_text admin_label="Text"]<p>Rice.</p>[/et_pb_text][et_pb_button button_url="https://old.example/?p=5" button_text="Read"][/et_pb_button][/et_pb_row][/et_pb_section]',
    'Rice.\n\n[Read](/city/five/)',
  ],
  [
    'a closed section of Divi',
    '[et_pb_toggle title="Why?" _builder_version="4.1"]Because.[/et_pb_toggle]',
    '### Why?\n\nBecause.',
  ],
  [
    'a picture of Divi',
    `[et_pb_image src="${U}a.jpg" alt="Quay" _builder_version="4"][/et_pb_image]`,
    '![Quay](./a.jpg)',
  ],
  [
    'WPBakery',
    '[vc_row][vc_column width="1/1"][vc_column_text]One.\n\nTwo.[/vc_column_text][vc_single_image image="2"][/vc_column][/vc_row]',
    'One.\n\nTwo.\n\n![Alt 2](./b.png)',
  ],
  [
    'a button of WPBakery',
    '[vc_btn title="Read" link="url:https%3A%2F%2Fold.example%2F%3Fp%3D5|title:x|target:_blank"]',
    '[Read](/city/five/)',
  ],
  [
    'a heading of WPBakery',
    '[vc_custom_heading text="Prices" use_theme_fonts="yes"]One.',
    '### Prices\n\nOne.',
  ],
  ['HTML of WPBakery', `[vc_raw_html]${btoa(encodeURIComponent('<p>Raw é</p>'))}[/vc_raw_html]`, 'Raw é'],
  [
    'a gallery of WPBakery',
    '[vc_gallery images="1,2" img_size="full"]',
    '![Alt 1](./a.jpg)\n\n![Alt 2](./b.png)',
  ],
  [
    'Avada',
    '[fusion_builder_container][fusion_text]One.[/fusion_text][fusion_button link="https://old.example/?p=5"]Read[/fusion_button][/fusion_builder_container]',
    'One.\n\n[Read](/city/five/)',
  ],
  ['Thrive', '[thrive_text_block color="note" headline="x"]One.[/thrive_text_block]', 'One.'],
  ['one of a theme around a letter', '[dropcap style="big"]O[/dropcap]nce', 'Once'],
  ['one of a theme around another', '[two_third][box]One *two*.[/box][/two_third]', 'One \\*two\\*.'],
  ['one within its like', '[col]a [col]b[/col] c[/col]', 'a b c'],
  [
    'a button of a theme',
    'See [button href="https://old.example/?p=5"]this[/button]',
    'See [this](/city/five/)',
  ],
  ['SyntaxHighlighter', '[php]echo &lt;b&gt;[/php]', '```php\necho <b>\n```'],
  [
    'a block that keeps its words in its comment',
    '<!-- wp:kadence/singlebtn {"uniqueID":"1","text":"Read","link":"https://old.example/?p=5"} /-->',
    '[Read](/city/five/)',
  ],
  [
    'one of WordPress’s own that does',
    '<!-- wp:button {"text":"Read","url":"https://old.example/?p=5"} /-->',
    '[Read](/city/five/)',
  ],
])('%s: the codes go, what they show stays', (_case, content, expected) => {
  const { markdown, notes } = convert(content)
  expect(markdown.trimEnd()).toBe(expected)
  expect(notes.join()).not.toContain('kept as text')
})

const elementor = (widgetType: string, settings: object) =>
  JSON.stringify([
    { elType: 'section', elements: [{ elType: 'column', elements: [{ widgetType, settings }] }] },
  ])

test.each([
  ['its text', 'text-editor', { editor: '<p>One.</p>' }, 'One.'],
  ['a heading', 'heading', { title: 'Prices' }, '## Prices'],
  ['a button', 'button', { text: 'Read', link: { url: 'https://old.example/?p=5' } }, '[Read](/city/five/)'],
  ['a picture', 'image', { image: { id: 1, url: `${U}a.jpg` }, caption: 'Quay' }, '![Alt 1](./a.jpg "Quay")'],
  ['a film', 'video', { youtube_url: 'https://youtu.be/x' }, '[https://youtu.be/x](https://youtu.be/x)'],
  [
    'questions',
    'accordion',
    { tabs: [{ tab_title: 'Why?', tab_content: 'Because.' }] },
    '### Why?\n\nBecause.',
  ],
  ['a widget that nobody knows', 'x', { title: 'T', description_text: 'D', align: 'left' }, '### T\n\nD'],
])('Elementor keeps %s beside an empty post', (_case, type, settings, expected) => {
  expect(convert(' ', { _elementor_data: elementor(type, settings) }).markdown.trimEnd()).toBe(expected)
  expect(convert('Own.', { _elementor_data: elementor(type, settings) }).markdown.trimEnd()).toBe('Own.')
  expect(convert('', { _elementor_data: '{"broken' }).markdown).toBe('')
})

test('a block within itself comes to an end', () => {
  const loop = '<!-- wp:block {"ref":1} /-->'
  expect(bodyOf({ content: loop, meta: new Map() }, context, () => loop).html).toBe('')
})

test('two pictures of one name get a name each', () => {
  const { pictures } = convert(
    '<img src="/wp-content/uploads/1/a.jpg"><img src="/wp-content/uploads/2/a.jpg">',
    {},
    { find: (paths) => paths.find((path) => path.endsWith('a.jpg')) },
  )
  expect(pictures.map(({ name }) => name)).toEqual(['a.jpg', 'a-2.jpg'])
})

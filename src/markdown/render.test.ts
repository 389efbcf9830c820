import { describe, expect, test } from 'vitest'
import { elementsOf, textOf } from '../../tests/support/html.ts'
import { renderBody, type RenderOptions } from './render.ts'

const OPTIONS: RenderOptions = {
  image: async (path) => ({
    src: `/_astro/${encodeURIComponent(path)}`,
    width: path.includes('small') ? 480 : 1600,
    height: 900,
  }),
  href: (written) => (written.startsWith('/') ? `/base${written}` : written),
  labels: { footnotes: 'Notes', backToReference: 'Back to {reference}', table: 'Table', credit: 'Picture' },
}

async function render(markdown: string, options: Partial<RenderOptions> = {}) {
  const { html, headings, uses } = await renderBody(markdown, { ...OPTIONS, ...options })
  const elements = elementsOf(html)
  return {
    html,
    headings,
    uses,
    elements,
    named: (tag: string) => elements.filter(({ tagName }) => tagName === tag),
  }
}

describe('raw HTML', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://a.example"></iframe>',
    '<style>* { display: none }</style>',
    '<base href="https://a.example">',
    '<form action="https://a.example"><input name="q"></form>',
    '<svg><script>alert(1)</script></svg>',
    '<!doctype html>',
    '<?php echo 1 ?>',
    '<![CDATA[ <b>x</b> ]]>',
    '</article>',
  ])('%s stands there as the text it is', async (raw) => {
    const block = await render(raw)
    expect(block.elements.filter(({ tagName }) => tagName !== 'p')).toEqual([])
    expect(block.html).toContain(raw.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    const inline = await render(`Before ${raw} after`)
    expect(inline.elements.map(({ tagName }) => tagName)).toEqual(['p'])
  })

  test('Markdown around it still counts', async () => {
    const { named } = await render('A <b onclick="x">*word*</b>')
    expect(named('em')).toHaveLength(1)
    expect(textOf(named('p')[0])).toBe('A <b onclick="x">word</b>')
  })

  test.each([
    ['a block', 'One\n\n<!-- ask legal\nbefore Monday -->\n\nTwo', 'One Two'],
    ['in a line', 'One <!-- ask legal --> two', 'One two'],
    ['two around a text', '<!-- a -->Kept<!-- b -->', 'Kept'],
    ['before a text', '<!-- ask legal --> Kept', 'Kept'],
    ['with a tag after it', '<!-- a --><script>x</script>', '<script>x</script>'],
  ])('a comment goes, and nothing else: %s', async (_case, markdown, text) => {
    const { html, elements } = await render(markdown)
    const shown = html
      .replace(/<\/?p>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
    expect(shown.replace(/\s+/g, ' ').trim()).toBe(text)
    expect(elements.every(({ tagName }) => tagName === 'p')).toBe(true)
  })
})

describe('links', () => {
  test.each([
    ['a path of the site', '[A](/politics/x/)', '/base/politics/x/'],
    ['a web address', '[A](https://a.example/?q=1&r=2#s)', 'https://a.example/?q=1&r=2#s'],
    ['in capitals', '[A](HTTPS://a.example/)', 'HTTPS://a.example/'],
    ['a bare address', 'https://a.example/b', 'https://a.example/b'],
    ['a mail address', '[A](mailto:a@a.example)', 'mailto:a@a.example'],
    ['a telephone', '[A](tel:+62211234)', 'tel:+62211234'],
    ['a place of the page', '[A](#section)', '#section'],
    ['a neighbour', '[A](../y/)', '../y/'],
    ['a path with a colon', '[A](/a/b:c)', '/base/a/b:c'],
    ['by reference', '[A][a]\n\n[a]: /about/', '/base/about/'],
  ])('%s keeps its address', async (_case, markdown, href) => {
    const { named } = await render(markdown)
    expect(named('a')[0]?.properties.href).toBe(href)
  })

  /** As browsers take it, not as we do. */
  const schemeOf = (href: unknown) => new URL(String(href), 'https://warta.example/').protocol

  test.each([
    '[A](javascript:alert(1))',
    '[A](JaVaScRiPt:alert(1))',
    '[A](<javascript:alert(1)>)',
    '[A](&#106;avascript:alert(1))',
    '[A](javascript&colon;alert(1))',
    '[A](data:text/html,<script>alert(1)</script>)',
    '[A](DATA:text/html;base64,PHNjcmlwdD4=)',
    '[A](vbscript:msgbox)',
    '[A](blob:https://a.example/1)',
    '[A](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '[A][a]\n\n[a]: javascript:alert(1)',
    '[![A](a.jpg)](javascript:alert(1))',
    'A[^1]\n\n[^1]: [A](javascript:alert(1))',
  ])('%s loses its address', async (markdown) => {
    const hrefs = (await render(markdown)).named('a').map(({ properties }) => properties.href)
    expect(hrefs).toContain(undefined)
    expect(hrefs.every((href) => href === undefined || schemeOf(href) === 'https:')).toBe(true)
  })

  // Browsers leave out white space and control characters: as escapes in a path they must stay, or the address go.
  test.each([
    '[A](java&Tab;script:alert(1))',
    '[A](java&NewLine;script:alert(1))',
    '[A](<java\tscript:alert(1)>)',
    '[A](&#1;javascript:alert(1))',
    '[A](<\u0001javascript:alert(1)>)',
    '[A](&#x9d;javascript:alert(1))',
    '[A](\\javascript:alert(1))',
  ])('%j leads to no script', async (markdown) => {
    const [link] = (await render(markdown)).named('a')
    expect(link).toBeDefined()
    expect(schemeOf(link?.properties.href ?? '')).toBe('https:')
  })

  test('the text of a link without address stays', async () => {
    const { named } = await render('See [the *paper*](javascript:alert(1)).')
    expect(named('a')[0]?.properties).toEqual({})
    expect(textOf(named('p')[0])).toBe('See the paper.')
  })
})

describe('images', () => {
  test('an image that stands alone is a figure, its title the caption', async () => {
    const { named } = await render('![A view](a.jpg "Jakarta <at> *night*")')
    expect(named('p')).toEqual([])
    expect(named('figure')).toHaveLength(1)
    expect(named('img')[0]?.properties).toEqual({
      src: '/_astro/a.jpg',
      alt: 'A view',
      width: 1600,
      height: 900,
      loading: 'lazy',
      decoding: 'async',
    })
    expect(textOf(named('figcaption')[0])).toBe('Jakarta <at> *night*')
  })

  test('without a title there is no caption', async () => {
    const { named } = await render('![A view](a.jpg)')
    expect(named('figure')).toHaveLength(1)
    expect(named('figcaption')).toEqual([])
  })

  test('candidates stand in srcset, with their sizes', async () => {
    const { html } = await render('![A](a.jpg)', {
      image: async () => ({ src: '/a.webp', width: 4, height: 3, srcset: '/a.webp 480w', sizes: '100vw' }),
    })
    expect(html).toContain('srcset="/a.webp 480w" sizes="100vw"')
  })

  test.each([
    ['text', 'A ![B](b.jpg)'],
    ['another image', '![A](a.jpg) ![B](b.jpg)'],
    ['a link around it', '[![A](a.jpg)](/about/)'],
  ])('beside %s an image stays in its paragraph', async (_case, markdown) => {
    const { named } = await render(markdown)
    expect(named('figure')).toEqual([])
    expect(named('p')).toHaveLength(1)
    expect(named('img').length).toBeGreaterThan(0)
  })

  test.each([
    ['![A](a%20b.jpg)', 'a b.jpg'],
    ['![A](é.jpg)', 'é.jpg'],
    ['![A](100%.jpg)', '100%.jpg'],
    ['![A](caf%E9.jpg)', 'caf%E9.jpg'],
  ])('%s is asked for as %j', async (markdown, path) => {
    const asked: string[] = []
    await render(markdown, {
      image: async (name) => {
        asked.push(name)
        return { src: '/a.jpg', width: 4, height: 3 }
      },
    })
    expect(asked).toEqual([path])
  })

  test('an image that cannot be had is an error, not a gap', async () => {
    const image = () => Promise.reject(new Error('no such image'))
    await expect(render('![A](a.jpg)', { image })).rejects.toThrow('no such image')
  })

  test('what stands in alt and title breaks out of neither', async () => {
    const { elements, named } = await render(
      '![" onerror=alert(1) x="](a.jpg "\\"><script>alert(1)</script>")',
    )
    expect(elements.map(({ tagName }) => tagName)).toEqual(['figure', 'img', 'figcaption'])
    expect(named('img')[0]?.properties).not.toHaveProperty('onError')
  })
})

describe('tables', () => {
  const TABLE = '| A | B | C | D |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |'

  test('each scrolls in a region of its own, by keyboard too', async () => {
    const { elements, named } = await render(`${TABLE}\n\nText\n\n${TABLE}`)
    expect(named('table')).toHaveLength(2)
    const regions = elements.filter(({ properties }) => properties.role === 'region')
    expect(regions.map(({ properties }) => properties)).toMatchObject([
      { ariaLabel: 'Table 1', tabIndex: 0 },
      { ariaLabel: 'Table 2', tabIndex: 0 },
    ])
    for (const region of regions) {
      expect(region.children).toEqual([expect.objectContaining({ tagName: 'table' })])
    }
  })

  test('alignment is a class, and no style is left', async () => {
    const { named, elements } = await render(TABLE)
    const classes = [['align-left'], ['align-center'], ['align-right'], undefined]
    expect(named('th').map(({ properties }) => properties.className)).toEqual(classes)
    expect(named('td').map(({ properties }) => properties.className)).toEqual(classes)
    expect(elements.some(({ properties }) => 'style' in properties)).toBe(false)
  })
})

describe('headings', () => {
  test('the first level becomes the second, as the page has its title', async () => {
    const { named, headings } = await render('# One\n\n## Two\n\n### Three\n\n###### Six')
    expect(named('h1')).toEqual([])
    expect(headings).toEqual([
      { depth: 2, id: 'one', text: 'One' },
      { depth: 2, id: 'two', text: 'Two' },
      { depth: 3, id: 'three', text: 'Three' },
      { depth: 6, id: 'six', text: 'Six' },
    ])
    expect(named('h2').map(({ properties }) => properties.id)).toEqual(['one', 'two'])
  })

  test.each([
    ['twice the same', '## A\n\n## A\n\n## A-1', ['a', 'a-1', 'a-1-1']],
    ['signs alone', '## !\n\n## 🎉\n\n## 🎉 🎉', ['section', 'section-1', 'section-2']],
    ['nothing', '##\n\n##', ['section', 'section-1']],
    ['another script', '## Берита 新闻', ['берита-新闻']],
    ['the page’s own', '## Content\n\n## Comments', ['content-1', 'comments-1']],
    ['that of the footnotes', '## Footnote label', ['footnote-label-1']],
  ])('no two ids are the same: %s', async (_case, markdown, ids) => {
    const { headings } = await render(markdown, { takenIds: ['content', 'comments'] })
    expect(headings.map(({ id }) => id)).toEqual(ids)
  })

  test('ids do not run on from one body to the next', async () => {
    await render('## A')
    expect((await render('## A')).headings[0]?.id).toBe('a')
  })

  test('marks within a heading stay, and its text is told without them', async () => {
    const { headings, named } = await render('## *A* `b` [c](/d/) <i>')
    expect(headings).toEqual([{ depth: 2, id: 'a-b-c-i', text: 'A b c <i>' }])
    expect(named('em')).toHaveLength(1)
    expect(named('a')[0]?.properties.href).toBe('/base/d/')
  })

  test.each([1, 2, 3, 4, 5, 6])(
    'with a label one of level %i has a link to itself beside it',
    async (level) => {
      const labels = { ...OPTIONS.labels, linkToSection: 'Link to section' }
      const { named, headings } = await render(`${'#'.repeat(level)} Who "pays"`, { labels })
      const depth = Math.max(2, level)
      const [wrapper] = named('div')
      expect(wrapper?.properties.className).toEqual(['heading', `heading-${depth}`])
      expect(wrapper?.children).toMatchObject([
        { tagName: `h${depth}`, children: [{ type: 'text', value: 'Who “pays”' }] },
        {
          tagName: 'a',
          properties: { href: `#${headings[0]?.id}`, ariaLabel: 'Link to section: Who “pays”' },
          children: [],
        },
      ])
    },
  )

  test('without a label none has', async () => {
    const { named } = await render('## A')
    expect(named('a')).toEqual([])
    expect(textOf(named('h2')[0])).toBe('A')
  })
})

describe('footnotes', () => {
  const NOTES = 'One[^a] and again[^a], two[^b].\n\n[^a]: First.\n[^b]: Second.'

  test('are headed and labelled in the language of the article', async () => {
    const { named, html, headings } = await render(NOTES)
    expect(textOf(named('h2')[0])).toBe('Notes')
    expect(html).toContain('aria-label="Back to 1"')
    expect(html).toContain('aria-label="Back to 1-2"')
    expect(html).toContain('aria-label="Back to 2"')
    expect(html).not.toContain('{reference}')
    expect(headings).toEqual([])
  })

  test('lead to a note and back, each id there once', async () => {
    const { elements, named } = await render(`## Footnote label\n\n${NOTES}`)
    const ids = elements.flatMap(({ properties }) => (properties.id ? [String(properties.id)] : []))
    expect(new Set(ids).size).toBe(ids.length)
    const targets = named('a').map(({ properties }) => String(properties.href).slice(1))
    expect(targets).toHaveLength(6)
    for (const target of targets) expect(ids).toContain(target)
    expect(named('sup')[0]?.children[0]).toMatchObject({
      properties: { ariaDescribedBy: ['footnote-label'] },
    })
  })
})

describe('in a page', () => {
  const live = {
    gallery: { name: 'Gallery', enlarge: 'Enlarge' },
    embed: {
      load: { video: 'Play from {site}', post: 'Post from {site}', map: 'Map from {site}' },
      notice: 'Asks {host}',
    },
  }
  const inPage = (markdown: string) => render(markdown, { labels: { ...OPTIONS.labels, live } })
  const GALLERY = '![A](a.jpg "One | Ana")\n![B](b.jpg)'

  test('the mark for words that are yet to be written is not read out', async () => {
    const { named } = await render('![?](a.jpg)\n\n![What?](b.jpg)')
    expect(named('img').map(({ properties }) => properties.alt)).toEqual(['', 'What?'])
  })

  test.each([
    ['alone, which is large', '![A](a.jpg "One")', 1],
    ['alone, which is small', '![A](small.jpg)', 0],
    ['in a sentence', 'See ![A](a.jpg) it', 0],
    ['that is a link', '[![A](a.jpg)](https://example.com/)', 0],
  ])('an image %s', async (_case, markdown, dialogs) => {
    const { named, uses } = await inPage(markdown)
    expect(named('image-dialog')).toHaveLength(dialogs)
    expect(named('a').filter(({ properties }) => properties.href === '/_astro/a.jpg')).toHaveLength(dialogs)
    expect(uses.enlargement).toBe(dialogs > 0)
  })

  test('images line by line are a gallery of figures, each with a link to its file', async () => {
    const { named, uses } = await inPage(`${GALLERY}\n\nText\n\n${GALLERY}`)
    expect(uses).toEqual({ enlargement: true, gallery: true, frames: [] })
    expect(named('image-gallery')).toHaveLength(2)
    expect(named('p').map(textOf)).toEqual(['Text'])
    expect(named('figure')).toHaveLength(4)
    expect(named('div').map(({ properties }) => properties)).toMatchObject([
      { role: 'region', tabIndex: 0, ariaLabel: 'Gallery 1' },
      { role: 'region', tabIndex: 0, ariaLabel: 'Gallery 2' },
    ])
    expect(named('a')[0]?.properties).toMatchObject({
      href: '/_astro/a.jpg',
      ariaLabel: 'Enlarge: A',
      dataWidth: '1600',
    })
    expect(named('figcaption').map(textOf)).toEqual(['One Picture: Ana', 'One Picture: Ana'])
  })

  test('labels in another language than the text say so, and the text that they name says its own', async () => {
    const { named, elements } = await render(
      `## H\n\nX[^1]\n\n${GALLERY}\n\n| A |\n|--|\n| 1 |\n\nhttps://youtu.be/aaaaaaaaaaa\n\n[^1]: Note`,
      {
        labels: { ...OPTIONS.labels, linkToSection: 'Link to section', live },
        marks: { label: { lang: 'id', dir: 'ltr' }, text: { lang: 'ar', dir: 'rtl' } },
      },
    )
    const marked = elements.filter(({ properties }) => properties.lang !== undefined)
    expect(
      marked.map(({ tagName, properties: { lang, dir, className, ariaLabel } }) =>
        [tagName, lang, dir, className ?? ariaLabel].filter(Boolean).join(' '),
      ),
    ).toEqual([
      'a id ltr heading-link',
      'div id gallery-row',
      'figure ar rtl',
      'a id ltr Enlarge: A',
      'span id ltr',
      'figure ar rtl',
      'a id ltr Enlarge: B',
      'div id table-scroll',
      'table ar rtl',
      'p id ltr embed-notice',
      'button id ltr',
      'h2 id ltr sr-only',
      'a id ltr data-footnote-backref',
    ])
    expect(named('figcaption').map(textOf)).toEqual(['One Picture: Ana'])
  })

  test.each([
    ['broken hard', '![A](a.jpg)  \n![B](b.jpg)', 1],
    ['on one line', '![A](a.jpg) ![B](b.jpg)', 0],
    ['two of three on one line', '![A](a.jpg)\n![B](b.jpg) ![C](c.jpg)', 0],
    ['with words', '![A](a.jpg)\n![B](b.jpg)\nand words', 0],
    ['alone', '![A](a.jpg)', 0],
  ])('images %s', async (_case, markdown, galleries) => {
    expect((await inPage(markdown)).named('image-gallery')).toHaveLength(galleries)
  })

  test('a link that stands alone is a card, which names the host and keeps the link', async () => {
    const { named, uses } = await inPage('[A *film*](https://youtu.be/aaaaaaaaaaa)')
    expect(uses).toEqual({
      enlargement: false,
      gallery: false,
      frames: ['https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?autoplay=1'],
    })
    expect(named('embed-card')[0]?.properties).toMatchObject({
      dataKind: 'video',
      dataFrame: 'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?autoplay=1',
      dataTitle: 'YouTube: A film',
    })
    expect(named('a')[0]?.properties.href).toBe('https://youtu.be/aaaaaaaaaaa')
    expect(named('p').map(textOf)).toContain('Asks www.youtube-nocookie.com')
    expect(textOf(named('button')[0])).toBe('Play from YouTube')
    expect(named('iframe')).toEqual([])
  })

  test.each([
    ['within words', 'See https://youtu.be/aaaaaaaaaaa'],
    ['beside another', 'https://youtu.be/aaaaaaaaaaa https://youtu.be/bbbbbbbbbbb'],
    ['to another site', 'https://a.example/watch?v=aaaaaaaaaaa'],
    ['in a list', '- https://youtu.be/aaaaaaaaaaa'],
    ['in code', '`https://youtu.be/aaaaaaaaaaa`'],
  ])('a link %s stays a link', async (_case, markdown) => {
    const { named, uses } = await inPage(markdown)
    expect(named('embed-card')).toEqual([])
    expect(uses.frames).toEqual([])
  })

  test.each([
    ['with its marker on a line', '> [!pull]\n> So *it* is.'],
    ['with a line between', '> [!pull]\n>\n> So *it* is.'],
    ['before the words', '> [!PULL] So *it* is.'],
    ['broken hard', '> [!pull]  \n> So *it* is.'],
  ])('a pull quote %s', async (_case, markdown) => {
    const { named } = await inPage(markdown)
    expect(named('figure').map(({ properties }) => properties.className)).toEqual([['pull-quote']])
    expect(named('blockquote').map((quote) => textOf(quote).trim())).toEqual(['So it is.'])
    expect(named('em')).toHaveLength(1)
    expect(named('figcaption')).toEqual([])
  })

  test('a pull quote names its speaker', async () => {
    const { named } = await inPage('> [!pull]\n> One.\n>\n> Two.\n>\n> -- Ana, [mayor](/ana/)')
    expect(named('blockquote').map(textOf).join('')).toBe('One.Two.')
    expect(named('figcaption').map(textOf)).toEqual(['Ana, mayor'])
  })

  test.each([
    ['an ordinary quotation', '> So it is.'],
    ['a marker within it', '> So [!pull] it is.'],
    ['another marker', '> [!warta]\n> So it is.'],
  ])('%s stays a quotation', async (_case, markdown) => {
    const { named } = await inPage(markdown)
    expect(named('figure')).toEqual([])
    expect(named('blockquote')).toHaveLength(1)
  })
})

describe('in a feed', () => {
  test('a gallery is figures, a pull quote a quotation, an embed the link', async () => {
    const { elements, html, uses } = await render(
      '![A](a.jpg)\n![B](b.jpg "B | Ana")\n\n> [!pull]\n> Quoted.\n>\n> -- Ana\n\n[Film](https://youtu.be/aaaaaaaaaaa)',
    )
    expect(uses).toEqual({ enlargement: false, gallery: false, frames: [] })
    expect(elements.map(({ tagName }) => tagName)).toEqual(
      'div figure img figure img figcaption span blockquote p p p a'.split(' '),
    )
    expect(html).not.toContain('[!pull]')
  })
})

test('quotation marks and dashes are those of print', async () => {
  const { named } = await render(`"It's here" -- he said...`)
  expect(textOf(named('p')[0])).toBe('“It’s here” – he said…')
})

test('code stays as it was typed', async () => {
  const { named } = await render('```html onclick="x"\n<b>"A" -- B</b>\n```')
  expect(named('b')).toEqual([])
  expect(textOf(named('code')[0])).toBe('<b>"A" -- B</b>\n')
  expect(Object.keys(named('code')[0]?.properties ?? {})).toEqual(['className'])
})

test('lines that look like front matter are shown, not swallowed', async () => {
  const { html } = await render('---\ntitle: A\n---\n\nBody')
  expect(html).toContain('title: A')
})

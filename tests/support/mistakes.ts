import sharp from 'sharp'
import { articleFile } from './article-file.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>'
const ABOUT = 'title: About\ndescription: Us'

const SETTINGS = {
  name: 'Mistakes',
  tagline: 'All of them',
  url: 'https://mistakes.test/',
  menu: ['politics', 'wether', { label: 'About', href: '/abot/' }],
}

/** A newsroom of more than fifty files, each with a mistake of its own kind, and the few sound ones that they need. */
export async function mistakes(): Promise<Record<string, string | Uint8Array>> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#a3161a' } })
  const png = await picture.png().toBuffer()
  const jpeg = await picture.jpeg().toBuffer()
  const latin1 = Buffer.from(articleFile({ title: 'Caf\xe9' }), 'latin1')
  const lead = (src: string) => articleFile({ image: `{ src: ${src}, alt: A view }` })
  return {
    'src/site.config.ts': `export default ${JSON.stringify(SETTINGS, null, 2)}`,
    'src/content/authors/budi.yml': 'name: Budi\n',
    'src/content/categories/politics.yml': 'name: Politics\n',
    'src/content/pages/about.md': `---\n${ABOUT}\n---\nText.\n`,
    'articles/sound.md': articleFile({}, '## A heading'),
    'articles/hidden.md': articleFile({ draft: 'true' }),
    'articles/._sound.md': 'What a file manager leaves beside a file.',
    'src/content/authors/.#budi.yml': 'What an editor leaves.',

    'articles/a-colon.md': articleFile({ title: 'Budget: what now' }),
    'articles/a-quotation.md': articleFile({ title: '"We are ready," the minister says' }),
    'articles/a-quote.md': articleFile({ title: '"Budget' }),
    'articles/a-tab.md': '---\nimage:\n\tsrc: a.jpg\n---\nText.',
    'articles/alias-form.md': articleFile({ aliases: '[old-title/]' }),
    'articles/alias-nested.md': articleFile({ aliases: '[/old.html/sub/]' }),
    'articles/alias-of-file.md': articleFile({ aliases: '[/old.html]' }),
    'articles/alias-taken.md': articleFile({ aliases: '[/About/]' }),
    'articles/alias-twin-1.md': articleFile({ aliases: '[/2024/Twin/]' }),
    'articles/alias-twin-2.md': articleFile({ aliases: '[/2024/twin/]' }),
    'articles/bare.md': 'Text alone.',
    'articles/bidirectional.md': articleFile({ title: '"a \\u202e b"' }),
    'articles/bom-and-windows.md': `\ufeff${articleFile({ draft: 'maybe' })}`.replaceAll('\n', '\r\n'),
    'articles/comment-in-title.md': articleFile({ title: 'News of the city #jakarta today' }),
    'articles/control.md': articleFile({}, 'A\n\nB\u0008'),
    'articles/date-form.md': articleFile({ publishedAt: '20260101' }),
    'articles/date-future.md': articleFile({ publishedAt: '2052-01-01' }),
    'articles/date-impossible.md': articleFile({ publishedAt: '2026-02-30' }),
    'articles/date-updated.md': articleFile({ updatedAt: '2025-07-03' }),
    'articles/empty-optional.md': articleFile({ tags: '' }),
    'articles/empty.md': articleFile({}, ''),
    'articles/ending.markdown': articleFile(),
    'articles/field-twice.md': `---\ntitle: A\ntitle: B\n---\nText.`,
    'articles/heading-jump.md': articleFile({}, '## A\n\n#### B'),
    'articles/html.md': articleFile({}, 'Text.\n\n<iframe src="https://a.example/"></iframe>'),
    'articles/image-alt.md': articleFile({}, '![](./whole.png)'),
    'articles/image-case.md': lead('./WHOLE.png'),
    'articles/image-elsewhere.md': lead('https://a.example/a.jpg'),
    'articles/image-gone.md': lead('./gone.jpg'),
    'articles/image-half.md': lead('./half.png'),
    'articles/image-narrow.md': lead('./narrow.jpg'),
    'articles/image-outside.md': lead('../../../package.json'),
    'articles/image-svg.md': articleFile({}, '![A view](./svg.png)'),
    'articles/image-text.md': articleFile({}, '![A view](./text.jpg)'),
    'articles/image-undescribed.md': articleFile({ image: '\n  src: ./whole.png' }),
    'articles/latin-1.md': latin1,
    'articles/link-anchor.md': articleFile({}, '[A](/politics/sound/#a-haeding)'),
    'articles/link-broken.md': articleFile({}, '[A](/politics/sond/)'),
    'articles/link-draft.md': articleFile({}, '[A](/politics/hidden/)'),
    'articles/link-file.md': articleFile({}, '[A](./sound.md)'),
    'articles/link-host.md': articleFile({}, '[A](kompas.example)'),
    'articles/link-mail.md': articleFile({}, '[A](budi@uji.example)'),
    'articles/link-unsafe.md': articleFile({}, '[A](javascript:alert)'),
    'articles/notes-in-word.docx': 'Words',
    'articles/nul.md': articleFile({}, 'A\0B'),
    'articles/page.md': articleFile(),
    'articles/slug-twin/1/twin.md': articleFile(),
    'articles/slug-twin/2/Twin.md': articleFile(),
    'articles/title-blank.md': articleFile({ title: '"  "' }),
    'articles/title-capitals.md': articleFile({ title: 'PARLIAMENT PASSES BUDGET' }),
    'articles/title-long.md': articleFile({ title: 'x'.repeat(201) }),
    'articles/title-missing.md': articleFile({ title: undefined }),
    'articles/too-large.md': articleFile({}, 'x'.repeat(500_000)),
    'articles/two words.md': articleFile(),
    'articles/unclosed.md': '---\ntitle: A\n\nText.',
    'articles/unknown-author.md': articleFile({ authors: '[bodi]' }),
    'articles/unknown-category.md': articleFile({ category: 'politcs' }),
    'articles/unknown-field.md': articleFile({ drfat: 'true' }),
    'articles/unknown-proto.md': articleFile().replace('---\n', '---\n__proto__: { draft: true }\n'),
    'articles/word-processor.md.txt': articleFile(),
    'articles/gone.comments.json': '[]',
    'articles/half.png': png.subarray(0, png.length - 30),
    'articles/narrow.jpg': jpeg,
    'articles/svg.png': SVG,
    'articles/text.jpg': 'A text.',
    'articles/whole.png': png,
    'src/content/authors/no-name.yml': 'role: Reporter\n',
    'src/content/categories/search.yml': 'name: Search\n',
    'src/content/pages/politics.md': `---\n${ABOUT}\n---\nText.\n`,
    'src/content/readership.json': '{',
  }
}

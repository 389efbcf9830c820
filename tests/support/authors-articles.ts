import fc from 'fast-check'
import { HOSTILE_PIECES } from './hostile-pieces.ts'

/** Stands for a word that readers are to see. */
const WORD = '@'

/** What authors write. */
const PIECES = [
  '@',
  '@ @ @.',
  '**@**',
  '**@ "@"**',
  '*@ @*',
  '***@***',
  '__@__ _@_',
  '~~@~~',
  '`@ @`',
  '``@ ` @``',
  '[@](/politics/)',
  '[@ *@*](https://a.example/ "@")',
  '<https://a.example/>',
  '![@](./x.jpg "@ | @")',
  '![@](./x.jpg “@ | @”)',
  '\n\n![@](./x.jpg "@")\n![@](./x.jpg „@“)\n\n',
  '@[^1] @[^2]',
  '\n\n[^1]: @ @\n\n',
  '\n\n[^2]: @\n\n    @\n\n',
  '[@][a] [a] ![@][b]',
  '\n\n[a]: /politics/ "A"\n\n[b]: ./x.jpg\n\n',
  '\n\n## @ @\n\n',
  '\n\n### @ ###\n\n',
  '\n\n@\n===\n\n',
  '\n\n- @\n- @\n  - @\n\n    @\n\n',
  '\n\n1. @\n2. @\n\n',
  '\n\n5) @\n6) @\n\n',
  '\n\n- [x] @\n- [ ] @\n\n',
  '\n\n> @\n@\n\n',
  '\n\n> [!pull]\n> @ "@"\n>\n> -- @\n\n',
  '\n\n| @ | @ |\n|---|--:|\n| @ | `@` |\n| @ \\| @ | [@](/politics/) |\n\n',
  '\n\n```js\n@ @\n```\n\n',
  '\n\n    @ @\n\n',
  '\n\n[@](https://youtu.be/aaaaaaaaaaa)\n\n',
  '\n\n---\n\n',
  '<!-- @ -->',
  '@~@ @~@',
  '@*@ @*@',
  '@`@ @`@',
  '“@” ‘@’ «@»',
  '(@) [@] {@}',
  '@, @; @: @! @?',
  '@–@ @...',
  '真@，**@**真',
  '\\*@\\* \\[@\\]',
  '&amp; @ &lt;@&gt; &nbsp;@',
  '@  \n@\\\n@',
]

/** What does not become what it was meant to be. */
const BROKEN = [
  '#@ ##@',
  '![@](./FOTO @.JPG)',
  '[@](https://a.example/ “@”)',
  '[@](https://a.example/@ @)',
  '[@] (https://a.example/)',
  '(@)[https://a.example/]',
  '[@](https://a.example/',
  '@[^3]',
  '\n\n[^4]: @\n\n',
  '\n\n[^1]: @\n\n',
  '\n\n[@]: @\n\n',
  '[@][c] ![@] [[@]] ^[@]',
  '**@，**她',
  '**"@!"**@',
  '** @ ** **@',
  '{{< @ @ >}}',
  '{% @ @ %}',
  '[caption id="1"]@[/caption]',
  '\n\n@ @.\n---\n\n',
  '\n\n| @ | @ |\n|---|---|\n| @ `@|@` | @ |\n| @ | @ | @ |\n\n',
  '\n\n| @ | @ |\n|---|\n| @ | @ |\n\n',
  '\n##@\n',
  '\n• @\n• @\n',
  '\n\n1. @\n4. @\n\n',
  '\n\n```\n@\n\n',
  '\n\n:::note @\n@\n:::\n\n',
  '<b>@</b>',
  '<@>',
]

/** What stands in titles, and what YAML takes for more than a text. */
const FIELD_PIECES = ['@:', '#@', '# @', '"@"', "'@'", '- @', '&', '[@]', '@, @', '50%', '!', '|']

/** Of which marks are made, or what looks like them. */
const SIGNS = [
  ...'*_`~[]()|#-=>!"\'“”:{}<\\\t^•+&./1',
  '**',
  '~~',
  '    ',
  '](',
  '1. ',
  '- ',
  '> ',
  '```\n',
  '|-|-|\n',
]
const BETWEEN = ['', ' ', ' ', ' ', '\n', '\n\n', '\n\n']

/** A body of few pieces, as the more there are, the surer the desk has something to say of one. */
const body: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...PIECES) },
        { weight: 8, arbitrary: fc.constant(WORD) },
        { weight: 6, arbitrary: fc.constantFrom(...SIGNS) },
        { weight: 3, arbitrary: fc.constantFrom(...BROKEN) },
        { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_PIECES.filter((piece) => !piece.includes(WORD))) },
      ),
      fc.constantFrom(...BETWEEN),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.flat().join(''))

/** A title or a standfirst, as it stands behind its key. */
const value: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(WORD) },
        { weight: 1, arbitrary: fc.constantFrom(...FIELD_PIECES) },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom('plain', 'plain', 'double', 'single', 'half', 'folded', 'second line'),
  )
  .map(([words, style]) => {
    const text = words.join(' ')
    switch (style) {
      case 'double':
        return JSON.stringify(text)
      case 'single':
        return `'${text.replaceAll("'", "''")}'`
      case 'half':
        return `"${text}" @`
      case 'folded':
        return `>-\n  ${text}\n  @`
      case 'second line':
        return `${text}\n  @`
      default:
        return text
    }
  })

export interface AuthorsFile {
  text: string
  /** Words that readers are to see, of each field and of the body. */
  words: { title: string[]; description: string[]; body: string[] }
}

/** An article as authors write them, right and wrong, in which each word is another. */
export const authorsFile: fc.Arbitrary<AuthorsFile> = fc.tuple(value, value, body).map((written) => {
  let count = 0
  const [title = '', description = '', text = ''] = written.map((part) =>
    part.replaceAll(WORD, () => `kata${++count}z`),
  )
  return {
    text: `---\ntitle: ${title}\ndescription: ${description}\ncategory: politics\nauthors: [budi]\npublishedAt: 2025-07-04T22:13\n---\n${text}`,
    words: {
      title: wordsIn(withoutRemarks(title)),
      description: wordsIn(withoutRemarks(description)),
      // What stands in a comment, behind a fence and in an address is not for readers.
      body: wordsIn(
        text
          .replace(/<!--[\s\S]*?-->/g, '')
          .replace(/^[ \t>]*(?:`{3,}|~{3,}).*$/gm, '')
          .replace(/(?<=\]\(https:\/\/a\.example\/)[^\s)]*/g, ''),
      ),
    },
  }
})

/** YAML's comments: a blank stands behind the sign, or a quotation mark before it. */
function withoutRemarks(value: string): string {
  return value.replace(/(?<=^|\s)# .*$|(?<=["'])\s+#.*$/gm, '')
}

function wordsIn(text: string): string[] {
  return text.match(/kata\d+z/g) ?? []
}

import { expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import { convertText } from '#moving-in/to-markdown.ts'
import { bodyOf } from './body.ts'

/** The Markdown of a text whose pictures are all there, and whose links lead where they say. */
function markdown(html: string, enclosures: string[] = []): string {
  return convertText(bodyOf(html, enclosures), {
    upload: () => undefined,
    uploadAt: () => undefined,
    ownUploads: () => [],
    mediaPaths: (address) => (/\.jpg$/.test(address) ? [address.replace(/^.*\//, '')] : []),
    servedAt: (path) => path,
    link: (href) => ({ href }),
    find: ([path]) => path,
    refused: new Set(),
  }).markdown.trim()
}

test.each([
  ['two breaks end a paragraph', 'a<br /><br />b', 'a\n\nb'],
  ['three do too, with blanks that do not break', 'a<br>&nbsp;<br/>\n<br >b', 'a\n\nb'],
  ['within a mark too', '<b>a<br><br>b</b> c', '**a**\n\n**b** c'],
  ['one break is one', 'a<br />b', 'a\\\nb'],
  ['a line’s end is none beside breaks', 'a\nb<br><br>c', 'a b\n\nc'],
  ['an empty line ends a paragraph where nothing else does', 'a\n\nb\nc', 'a\n\nb\\\nc'],
  ['paragraphs in boxes', '<div>a</div><div><br /></div><div><span>b</span></div>', 'a\n\nb'],
  ['paragraphs of a break alone are none', '<p>a</p><p><br></p><p><b><br></b></p><p>b</p>', 'a\n\nb'],
  ['a jump break goes', "a<a name='more'></a>b", 'a\n\nb'],
  ['a jump break of today goes', '<p>a</p><!--more--><p>b</p>', 'a\n\nb'],
  [
    'a picture that leads to its larger self',
    '<div class="separator"><a href="https://x.example/s1600/p.jpg"><img alt="P" src="https://x.example/s320/p.jpg"></a></div>a',
    '![P](./p.jpg)\n\na',
  ],
  [
    'a picture with words below it',
    '<table class="tr-caption-container"><tbody><tr><td><a href="s1600/p.jpg"><img src="s320/p.jpg"></a></td></tr><tr><td class="tr-caption">A <i>map</i></td></tr></tbody></table>',
    '![A map](./p.jpg "A map")',
  ],
  ['another table stays one', '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>', '| a |\n| - |\n| b |'],
  ['code keeps its lines', '<pre>a  b<br>\n c</pre>d<br><br>e', '```\na  b\n\n c\n```\n\nd\n\ne'],
  [
    'a film of YouTube’s old kind',
    '<object><embed src="http://www.youtube.com/v/dQw4w9WgXcQ&hl=en"></embed></object>',
    '[https://www.youtube.com/watch?v=dQw4w9WgXcQ](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
  ],
])('%s', (_case, html, expected) => {
  expect(markdown(html)).toBe(expected)
})

test('a podcast’s sound stands at the end, unless the text has it', () => {
  expect(markdown('a', ['https://x.example/a.ogx'])).toContain('](https://x.example/a.ogx)')
  expect(
    markdown('<audio src="https://x.example/a.ogx"></audio>', ['https://x.example/a.ogx']).match(/ogx\)/g),
  ).toHaveLength(1)
})

test.each([
  ['breaks', '<br> &nbsp;'],
  ['blanks that do not break, behind a break', '\u00a0', '<br>', 'x'],
  ['codes without an end', '<pre '],
  ['tables without an end', '<table class="tr-caption-container">'],
  [
    'cells without an end',
    '<td class="tr-caption">',
    '<table class="tr-caption-container"><img>',
    '</table>',
  ],
  ['footers without an end', '<div class="blogger-post-footer">'],
])('many %s are read in linear time', (_case, piece, before = '', behind = '') => {
  const read = (count: number) => bodyOf(before + piece.repeat(count) + behind, [])
  expect(growthOf(read, 10_000)).toBeLessThan(MOST_OF_LINEAR)
})

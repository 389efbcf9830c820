import type { Phrasing } from '#markdown/phrasing.ts'
import { asTyped, clipped, type Misreading } from './misreading.ts'

interface Kind {
  pattern: RegExp
  cause: string
  mend: string
}

const NAMES =
  'caption|wp_caption|gallery|embed|playlist|audio|video|youtube|vimeo|instagram|twitter|tweet|facebook|tiktok|toc'
const OUT = 'Take it out, or write what it stood for in Markdown.'
const MEDIA = 'Take it out, and give a video or a post a paragraph with nothing but a link to it.'

const KINDS: Kind[] = [
  { pattern: /\{\{[<%]?[^{}]{1,1000}\}\}/g, cause: 'it is a shortcode of another program', mend: MEDIA },
  { pattern: /\{%[^{}%]{1,1000}%\}/g, cause: 'it is a tag of another program', mend: OUT },
  {
    pattern:
      /\[[a-z][\w-]{0,50}(?:\s+[a-z][\w-]{0,50}=(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|[“”″][^“”″\n]{0,500}[“”″]|[^\s"'[\]]{1,500})){1,20}\s*\/?\](?!\()/gi,
    cause: 'it is a shortcode of WordPress',
    mend: OUT,
  },
  {
    pattern: new RegExp(String.raw`\[(?:${NAMES})(?:\s+https?:[^\s[\]]{1,500})?\s*\/?\](?![([:])`, 'g'),
    cause: 'it is a shortcode of WordPress',
    mend: MEDIA,
  },
  {
    pattern: /\[(?:url|img|color|size|font|quote|email|list)=[^[\]\n]{1,1000}\](?!\()/gi,
    cause: 'it is a tag of a forum',
    mend: OUT,
  },
  { pattern: /\[\/[a-z][\w-]{0,50}\](?!\()/gi, cause: 'it closes a shortcode', mend: OUT },
  { pattern: /\[\[_TOC_\]\]|\[TOC\](?![([:])/g, cause: 'no contents are made here', mend: 'Take it out.' },
  {
    pattern: /\{:?[ \t]*[.#][a-z][\w-]{0,100}(?:[ \t][^{}\n]{0,500})?\}/gi,
    cause: 'Markdown here takes no ids or classes',
    mend: 'Take it out.',
  },
  {
    pattern: /(?<=^|\n)[ \t>]*:::+[ \t]*(?:[a-z{][^\n]{0,200})?(?=\n|$)/gi,
    cause: 'it opens or closes a box of another program',
    mend: 'Take it out, or begin each line of the box with >.',
  },
]

/** What other programs put something else in the place of. */
export function shortcodes({ shown, start, node, parent }: Phrasing, markdown: string): Misreading[] {
  const found = KINDS.flatMap(({ pattern, cause, mend }) =>
    [...shown.matchAll(pattern)].map(({ 0: piece, index }): Misreading => {
      const at = start + index + (/^[\s>]*/.exec(piece)?.[0].length ?? 0)
      const end = start + index + piece.length
      return { start: at, end, message: asTyped(markdown.slice(at, end), cause, mend) }
    }),
  )
  const alert = /^\s*\[!\s*(\w{1,20})\s*\]/.exec(shown)
  const isOpening = parent.type === 'blockquote' && parent.children[0] === node
  if (alert && !(isOpening && /^\s*\[!pull\]/i.test(shown))) {
    const [piece = '', name = ''] = alert
    const mend =
      name.toLowerCase() === 'pull'
        ? 'Write > [!pull] as the first line of the quotation.'
        : `Take it out, or begin with the word itself: > **${clipped(name)}**`
    found.push({
      start,
      end: start + piece.length,
      message: asTyped(piece, 'only [!pull] at the head of a quotation means something here', mend),
    })
  }
  return found
}

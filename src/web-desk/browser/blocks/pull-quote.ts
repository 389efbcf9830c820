import { type Block, type BlockTexts, linesPattern } from './block.ts'

const MARKER = '[!pull]'
/** How the last paragraph begins that names who said it. */
const SPEAKER = /^\s*(?:--|[–—])\s*/

interface Quote {
  words?: string
  speaker?: string
}

/** A quotation set large, and who said it. */
export function pullQuote(texts: BlockTexts): Block {
  return {
    id: 'pull-quote',
    label: texts.pullQuote,
    icon: 'format_quote',
    fields: [
      { name: 'words', label: texts.words, widget: 'text' },
      { name: 'speaker', label: texts.speaker, widget: 'string', required: false },
    ],
    pattern: linesPattern(String.raw`> ?\[!pull\].*(?:\n>.*)*`, 'i'),
    fromBlock: ([lines]) => ({ ...parse(lines) }),
    toBlock: write,
  }
}

function parse(lines: string): Quote {
  const text = lines
    .split('\n')
    .map((line) => line.replace(/^> ?/, '').trimEnd())
    .join('\n')
    .slice(MARKER.length)
    .trim()
  const paragraphs = text.split(/\n{2,}/)
  const last = paragraphs.at(-1) ?? ''
  if (paragraphs.length < 2 || !SPEAKER.test(last)) return { words: text }
  return { words: paragraphs.slice(0, -1).join('\n\n'), speaker: last.replace(SPEAKER, '') }
}

function write({ words = '', speaker = '' }: Quote): string {
  const paragraphs = [words.trim(), ...(speaker.trim() ? [`-- ${speaker.trim()}`] : [])]
  const lines = [MARKER, ...paragraphs.join('\n\n').split('\n')]
  return lines.map((line) => (line.trim() ? `> ${line}` : '>')).join('\n')
}

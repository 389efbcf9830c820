import { type Block, type BlockTexts, linesPattern } from './block.ts'

const ROW = String.raw`\|.*\|[ \t]*`

/** A table as it is typed: the editor would lose how its columns are aligned. */
export function table(texts: BlockTexts): Block {
  return {
    id: 'typed-table',
    label: texts.table,
    icon: 'table',
    fields: [
      { name: 'rows', label: texts.rows, widget: 'text', default: '| A | B |\n| --- | ---: |\n| a | 1 |' },
    ],
    pattern: linesPattern(String.raw`${ROW}\n\|[ \t:|-]+\|[ \t]*(?:\n${ROW})*`),
    fromBlock: ([rows]) => ({ rows }),
    toBlock: ({ rows = '' }: { rows?: string }) => rows.trim(),
  }
}

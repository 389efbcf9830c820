import { closeSync, type Dirent, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from './problem.ts'

/** What people write for the endings of a newsroom's files. */
const MISTAKEN = 'md|markdown|mdx|mdown|mkd|yml|yaml'
/** What phones, office programs and browsers give to a text, or put behind its name. */
const TEXTS = 'txt|text|docx?|odt|rtf|pages|html?|wps'
const DATA = 'json|toml'

const NAMED = new RegExp(`^(.+?)\\.(${MISTAKEN})((?:\\.(?:${MISTAKEN}|${TEXTS})|[\\s.\\p{Cf}])*)$`, 'iu')
const PLAIN = /^[^.]+$|\.te?xt$/i
const DOCUMENT = new RegExp(`^(.+)\\.(?:${TEXTS})$`, 'i')
const DOCUMENT_OR_DATA = new RegExp(`^(.+)\\.(?:${TEXTS}|${DATA})$`, 'i')

/**
 * What is to be said of a file that is not read although its author may have
 * meant it to be: one whose name or text says so is an error, and a document that
 * belongs to no article beside it a warning. Undefined for pictures and the like.
 * @param ending that of the files which are read, `.md` or `.yml`
 */
export function leftOut(
  { name, parentPath }: Dirent,
  ending: string,
): Pick<Problem, 'message' | 'severity'> | undefined {
  const [, stem = '', kind = '', behind = ''] = NAMED.exec(name) ?? []
  const isMarkdown = ending === '.md'
  if (stem !== '') {
    const isSameKind = /^m/i.test(kind) === isMarkdown
    return { message: mustEnd(ending, behind, isSameKind ? `${stem}${ending}` : undefined) }
  }
  const path = join(parentPath, name)
  if (isMarkdown && PLAIN.test(name) && startsAsArticle(path))
    return { message: mustEnd(ending, '', name.replace(/(\.te?xt)?$/i, ending)) }
  const [, document] = (isMarkdown ? DOCUMENT : DOCUMENT_OR_DATA).exec(name) ?? []
  if (document === undefined) return undefined
  const belongsTo = [`${document}${ending}`, `index${ending}`]
  if (belongsTo.some((other) => existsSync(join(parentPath, other)))) return undefined
  return {
    message: `This file is left out: only text files whose names end in "${ending}" are read here. Write its words into one, or take it out of this folder.`,
    severity: 'warning',
  }
}

function mustEnd(ending: string, behind: string, better: string | undefined): string {
  const isDocument = /doc|odt|rtf|pages|html|wps/i.test(behind)
  const mend = isDocument ? 'Save it as plain text, under the name' : 'Rename it to'
  return `This file would be left out: its name must end in "${ending}"${behind && ', with nothing behind it'}.${better ? ` ${mend} "${better}".` : ''}`
}

/** Whether a file begins with the line that opens front matter. */
function startsAsArticle(path: string): boolean {
  const start = new Uint8Array(8)
  const file = openSync(path, 'r')
  try {
    readSync(file, start)
  } finally {
    closeSync(file)
  }
  return /^---[ \t]*\r?\n/.test(new TextDecoder().decode(start))
}

/** What is wrong with a text that somebody has written, as the end of a sentence that begins with its field. */
export type TextFault = `must ${string}`

// Bidirectional overrides can make a headline read as another one; right-to-left text itself needs none. XML forbids the last two.
const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u
/** The same, and halves of characters, but not a tab or the end of a line. */
const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/
/** Letters without a shape, U+3164 say, are none that a reader sees. */
const SEEN_LETTER = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[^\p{White_Space}\p{Cc}\u2800]/u

/** Whether a value that readers do not see, and that may be empty, can stand in any file. */
export function isPlain(value: string): boolean {
  return value.isWellFormed() && !FORBIDDEN.test(value) && !LINE_BREAK.test(value)
}

/** The rule for one line of text: a title, a name, a tag. The importer keeps to it too. */
export function faultOfLine(text: string): TextFault | undefined {
  if (!text.isWellFormed()) return 'must not hold half a character: type it again'
  if (LINE_BREAK.test(text)) return 'must be one line: take the line break out'
  if (FORBIDDEN.test(text)) return 'must not hold control characters: type it again, without pasting'
  return SEEN_LETTER.test(text) ? undefined : 'must hold a letter or a digit'
}

/** The same for a text of several lines: a comment, a note. */
export function faultOfLines(text: string): TextFault | undefined {
  if (!text.isWellFormed()) return 'must not hold half a character: type it again'
  // A tab and line breaks are no faults here.
  if (FORBIDDEN.test(text.replace(/[\t\n\r]/g, '')))
    return 'must not hold control characters: type it again, without pasting'
  return SEEN.test(text) ? undefined : 'must hold something that can be seen'
}

/** What is left of a text from elsewhere when what no line may hold is taken out; it may still have no letter. */
export function asLine(text: string): string {
  return cleaned(text.replace(/[\s\p{Cc}]+/gu, ' ')).trim()
}

/** The same of several lines. */
export function asLines(text: string): string {
  return cleaned(text.replace(/\r\n?/g, '\n')).trim()
}

function cleaned(text: string): string {
  return text.replace(UNWANTED, '')
}

/** Files that are taken for an export, by how they begin, and what each is. */
const KINDS: [RegExp, string][] = [
  [/^PK[^ -~]/, 'a ZIP archive. Unpack it, and name the file that is in it'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: gzip's first byte is one
  [/^\u001f(\u008b|\ufffd)/, 'a gzip archive. Unpack it first'],
  [/^[[{]/, 'JSON'],
  [/^(--|\/\*|CREATE |INSERT |SET )/i, 'a dump of a database'],
  [/^<!doctype html|^<html/i, 'a web page'],
  [/^</, 'XML'],
  [/^%PDF/, 'a PDF'],
]

/** What a file is by its first characters, in words: `JSON`, `XML`, …; empty for an empty one, undefined where they don't tell. */
export function kindOf(start: string): string | undefined {
  const text = start.replace(/^\ufeff/, '').trimStart()
  return text === '' ? '' : KINDS.find(([pattern]) => pattern.test(text))?.[1]
}

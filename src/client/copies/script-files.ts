/** The part that works the reader's lists and makes copies, as the bundler names its file; the page's script fetches it. */
const LISTS = 'saved'

const IMPORT = new RegExp(
  [
    // import{a as b}from"./x.js", export*from"./x.js", import"./x.js"
    String.raw`(?:\bfrom|\bimport)\s*["'\`](\.{1,2}/[^"'\`]+)["'\`]`,
    String.raw`\bimport\(\s*["'\`](\.{1,2}/${LISTS}\.[^"'\`]+)["'\`]`,
  ].join('|'),
  'g',
)

/**
 * The scripts that those of a copy need without the network: what they import, and the part for the reader's lists.
 * @param files paths from the host's root, those of scripts among them
 * @param read gives a script's text
 * @returns paths of the further scripts
 */
export async function furtherScripts(
  files: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<string[]> {
  const known = new Set(files.filter((file) => file.endsWith('.js')))
  const given = known.size
  for (const file of known) for (const other of importsIn(await read(file), file)) known.add(other)
  return [...known].slice(given)
}

/** @param path of the script itself */
export function importsIn(text: string, path: string): string[] {
  return [...text.matchAll(IMPORT)].map(
    ([, plain, later]) => new URL(plain ?? later ?? '', `https://x.invalid${path}`).pathname,
  )
}

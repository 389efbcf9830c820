import type { Ledger, LedgerMap } from '#moving-in/ledger.ts'

/** Servers on which Google keeps blogs' pictures. */
const PICTURES =
  /(^|\.)(bp\.blogspot\.com|blogger\.googleusercontent\.com|googleusercontent\.com|ggpht\.com)$/
const OLD_PICTURES = /^(photos\d*|bp\d)\.blogger\.com$/

/** The name that a picture of a blog has in an album; undefined for an address of anything else. */
function pictureName(address: string): string | undefined {
  const url = URL.parse(address, 'https://old.invalid')
  if (!url || !(PICTURES.test(url.hostname) || OLD_PICTURES.test(url.hostname))) return undefined
  const last = url.pathname.split('/').at(-1) ?? ''
  return spelled(last)
}

/** A name of a file as albums and addresses spell it alike. */
function spelled(name: string): string {
  return decoded(name).replaceAll('+', ' ').normalize('NFC').toLowerCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The files of a folder of albums, found by their names alone: addresses of pictures do not tell of albums. */
export class Album {
  private readonly paths: LedgerMap<string, string>
  /** Names that more than one file has. */
  readonly doubled: string[] = []

  constructor(ledger: Ledger) {
    this.paths = ledger.map()
  }

  add(path: string): void {
    const name = path.replace(/^.*\//, '')
    const key = spelled(name)
    if (!this.paths.has(key)) this.paths.set(key, path)
    else if (this.doubled.length < 20) this.doubled.push(name)
  }

  /** Where the picture of an address lies. */
  pathsOf(address: string): string[] {
    const name = pictureName(address)
    if (name === undefined) return []
    return [this.paths.get(name) ?? (name || 'picture')]
  }
}

/** What is known of a copied page, in headers of its stored answer: so both are there, or neither. */
export interface Copy {
  kind: CopyKind
  /** What the server called this version. */
  etag: string | null
  modified: string | null
  /** Paths of the files that it needs. */
  files: string[]
}

/** A saved article, or the page of the reader's lists. */
export type CopyKind = 'article' | 'list'

const KIND = 'X-Copy-Kind'
const FILES = 'X-Copy-Files'
/** Of the body, in bytes; `service-worker.js` opens no copy that is shorter. */
const LENGTH = 'X-Copy-Length'

export function writeCopy(html: string, copy: Copy): Response {
  const body = new Blob([html])
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    [KIND]: copy.kind,
    [FILES]: JSON.stringify(copy.files),
    [LENGTH]: String(body.size),
  })
  if (copy.etag) headers.set('ETag', copy.etag)
  if (copy.modified) headers.set('Last-Modified', copy.modified)
  return new Response(body, { headers })
}

/** What is known of a stored page; undefined for what is damaged, or no copy. */
export function readCopy({ headers }: Response): Copy | undefined {
  const kind = headers.get(KIND)
  if (kind !== 'article' && kind !== 'list') return undefined
  try {
    const files: unknown = JSON.parse(headers.get(FILES) ?? '')
    if (!Array.isArray(files) || !files.every((file) => typeof file === 'string')) return undefined
    return { kind, files, etag: headers.get('ETag'), modified: headers.get('Last-Modified') }
  } catch {
    return undefined
  }
}

/** The HTML of a stored page; undefined when it is not all there. */
export async function textOf(stored: Response): Promise<string | undefined> {
  const body = await stored.blob()
  return body.size === Number(stored.headers.get(LENGTH)) ? body.text() : undefined
}

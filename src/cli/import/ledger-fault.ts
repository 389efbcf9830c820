// https://www.sqlite.org/rescode.html
const SQLITE_FULL = 13

/** How to mend what stopped a ledger; any other error as it is. */
export function ledgerFault(error: unknown): unknown {
  const isFull = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_FULL
  if (!isFull) return error
  return new Error(
    'The folder of temporary files is full, and a large import needs room there. Name a folder with more of it in TMPDIR, and import again: what was imported stays as it is.',
  )
}

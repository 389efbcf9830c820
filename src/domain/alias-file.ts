/**
 * The file of the site, by its path from the front page, that an old address
 * needs: `/old/` and `/old` are folders with an index, `/old.html` is a file.
 * @throws URIError for an alias whose escapes are no letters, which the schema refuses
 */
export function aliasFile(alias: string): string {
  const path = decodeURI(alias).slice(1).replace(/\/$/, '')
  return /\.html?$/.test(path) ? path : `${path}/index.html`
}

/** The folder that an old address is, if it is one, with its slash: `/old/` for `/old` and `/old/index.html` too. */
export function aliasFolder(alias: string): string {
  return alias.replace(/(\/index\.html)?\/?$/, '/')
}

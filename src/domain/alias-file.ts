/**
 * The file of the site, by its path from the front page, that an old address
 * needs: `/old/` and `/old` are folders with an index, `/old.html` is a file.
 * @throws URIError for an alias whose escapes are no letters, which the schema refuses
 */
export function aliasFile(alias: string): string {
  const path = decodeURI(alias).slice(1).replace(/\/$/, '')
  return /\.html?$/.test(path) ? path : `${path}/index.html`
}

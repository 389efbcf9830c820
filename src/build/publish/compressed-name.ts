/** What the name of a text's compressed form ends with; one that was made with a dictionary names that by its digest. */
export const COMPRESSED = /\.(?:br|gz|(?<dictionary>[A-Za-z0-9]{43})\.dcz)$/

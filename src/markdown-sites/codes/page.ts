/** What a text's codes may ask for, and what they report. */
export interface CodePage {
  title: string
  siteTitle: string
  /** Of the site's addresses: `/blog`, or empty. */
  basePath: string
  /** The address of a text of the site, by its path, its name or the end of its path; undefined for none. */
  addressOf: (name: string) => string | undefined
  /** Codes that were kept as text, by their names. */
  kept: Set<string>
  /** Codes that are gone, of which what they enclosed has stayed. */
  opened: Set<string>
}

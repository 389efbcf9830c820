/** What a field is called, and what an author should know who fills it in, in the web desk's form or in a file. */
export interface FieldText {
  label: string
  hint?: string
  /** What is so in the form alone. */
  inForm?: string
  /** Of a group or of an item of a list, by their keys in the file. */
  fields?: Record<string, FieldText>
}

interface CollectionText {
  label: string
  /** Of one of them. */
  one: string
  /** By their keys in the file. */
  fields: Record<string, FieldText>
}

/** Every text that is the desk's own; the rest are Sveltia CMS's, which speaks English and others, not Indonesian. */
export interface WebDeskTexts {
  /** `{name}` of the outlet */
  title: string
  needsScripts: string
  collections: Record<'articles' | 'entries' | 'authors' | 'categories' | 'series' | 'pages', CollectionText>
  /** Of the line above every page. */
  breaking: Pick<CollectionText, 'label' | 'fields'>
  /** Of the articles that have a folder of their own. */
  articleFolders: string
  /** Of the entries of live coverage that lie beside their article. */
  entriesBeside: string
  body: FieldText
  /** Parts of a text that have a form of their own. */
  blocks: Record<
    | 'picture'
    | 'gallery'
    | 'pictures'
    | 'src'
    | 'alt'
    | 'caption'
    | 'credit'
    | 'pullQuote'
    | 'words'
    | 'speaker'
    | 'table'
    | 'rows',
    string
  >
  slugHint: string
  slugFault: string
  yes: string
  no: string
  priorities: Record<string, string>
  drafts: string
  byYear: string
}

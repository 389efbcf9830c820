/** One optimisation, and the change of the program that takes it out: the output stays the same. */
export interface Optimisation {
  name: string
  file: string
  /** A text that stands in the file once. */
  from: string
  to: string
}

export const OPTIMISATIONS: readonly Optimisation[] = [
  {
    name: 'heaps grow sparingly',
    file: 'src/astro-config.ts',
    from: 'keepHeapsSmall()\n',
    to: '',
  },
  {
    name: 'the content is read, not bundled',
    file: 'src/build/session.ts',
    from: ', unbundledContent(folder)',
    to: '',
  },
  {
    name: 'Astro writes its store once',
    file: 'src/desk/loader.ts',
    from: 'withoutStoreWrites(context, load)',
    to: 'load()',
  },
  {
    name: 'articles that were judged are not read',
    file: 'src/desk/loader.ts',
    from: 'preview ? undefined : new SourceCache(folder.root, current.site)',
    to: 'true ? undefined : new SourceCache(folder.root, current.site)',
  },
  {
    name: 'related articles are cached',
    file: 'src/newsroom/related.ts',
    from: "if (audience === 'readers') return cachedRelated(",
    to: "if (audience !== 'readers') return cachedRelated(",
  },
  {
    name: 'routes leave fresh pages out',
    file: 'src/build/session.ts',
    from: 'workspace?.pages.freshOf(keys) ?? new Set()',
    to: 'new Set()',
  },
  {
    name: 'files are analysed while pages are rendered',
    file: 'src/build/rendering-session.ts',
    from: 'onFiles: (files) => this.#readAhead(files)',
    to: 'onFiles: () => {}',
  },
  {
    name: 'the search begins when all pages are written',
    file: 'src/build/rendering-session.ts',
    from: 'onPages: (files) => this.#beginSearch(files)',
    to: 'onPages: () => {}',
  },
  {
    name: 'the index that will change is begun first',
    file: 'src/build/rendering-session.ts',
    from: 'this.#prepareSearch().catch(() => {})',
    to: '',
  },
  {
    name: 'unchanged files are copied ahead',
    file: 'src/build/rendering-session.ts',
    from: 'release.fillAhead()',
    to: '',
  },
  {
    name: 'unchanged files of a release are links',
    file: 'src/build/publish/fill-release.ts',
    from: 'if (shared === undefined || !linkFile(shared, target)) copy(source, target)',
    to: 'if (shared !== null) copy(source, target)',
  },
  {
    name: 'the sitemap of the same pages is cached',
    file: 'src/build/sitemap.ts',
    from: 'if (existsSync(stored)) {',
    to: "if (stored === '') {",
  },
  {
    name: 'texts of facts hold no page in memory',
    file: 'src/build/own-copy.ts',
    from: 'return Buffer.from(text).toString()',
    to: 'return text',
  },
  {
    name: 'pages are rendered 32 at a time',
    file: 'src/astro-config.ts',
    from: 'build: { concurrency: 32 }',
    to: 'build: { concurrency: 1 }',
  },
]

/** The text of a file without an optimisation. @throws Error where its text does not stand there once */
export function withoutIt({ name, file, from, to }: Optimisation, text: string): string {
  const parts = text.split(from)
  if (parts.length !== 2)
    throw new Error(`"${name}" changes "${from}", which stands ${parts.length - 1} times in ${file}.`)
  return parts.join(to)
}

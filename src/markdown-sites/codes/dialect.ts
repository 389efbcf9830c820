import type { CodePage } from './page.ts'

/** How a system's texts call what it puts in, as `{% include figure.html %}` or `{{< youtube id >}}`. */
export interface Dialect {
  /** A text in which these stand as Markdown and HTML, as far as they are known; the others are kept and told. */
  translate: (text: string, page: CodePage) => string
  /** Whether a text is a program rather than one that somebody wrote: one that walks through others. */
  isTemplate: (text: string) => boolean
}

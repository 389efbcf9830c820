import type { CodePage } from './page.ts'

/** How a system's texts call what it puts in, as `{% include figure.html %}` or `{{< youtube id >}}`. */
export interface Dialect {
  /** The text with its known codes as Markdown and HTML. The other codes stay, and are reported. */
  translate: (text: string, page: CodePage) => string
  /** Whether a text is a program rather than one that somebody wrote: one that walks through others. */
  isTemplate: (text: string) => boolean
}

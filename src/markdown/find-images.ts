import { markdownToHtml } from 'satteri'

/** An image of a Markdown text; lines and columns of the text, from 1. */
export interface FoundImage {
  path: string
  line: number
  column: number
}

/** The images of a Markdown body, in order, as the parser sees them: none from code or comments. */
export function findImages(markdown: string): FoundImage[] {
  if (!markdown.includes('![')) return []
  const found: FoundImage[] = []
  markdownToHtml(markdown, {
    features: { frontmatter: false },
    hastPlugins: [
      {
        name: 'find-images',
        options: { position: true },
        element: {
          filter: ['img'],
          visit(node) {
            const src = node.properties.src
            if (typeof src !== 'string') return
            found.push({
              path: writtenPath(src),
              line: node.position?.start.line ?? 1,
              column: node.position?.start.column ?? 1,
            })
          },
        },
      },
    ],
  })
  return found
}

/** The path that an author wrote, from the address that the parser made of it. */
export function writtenPath(src: string): string {
  try {
    return decodeURI(src)
  } catch {
    // An escape of another encoding, as in caf%E9.jpg: no file has that name, and the desk will say so.
    return src
  }
}

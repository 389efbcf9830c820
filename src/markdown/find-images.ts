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
            const src = node.properties['src']
            if (typeof src !== 'string' || src === '') return
            found.push({
              path: decodeURI(src),
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

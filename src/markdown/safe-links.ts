import { defineHastPlugin } from 'satteri'

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Resolves what authors wrote and drops addresses whose scheme could run code; their text stays. */
export function safeLinks(resolve: (written: string) => string) {
  return defineHastPlugin({
    name: 'safe-links',
    element: {
      filter: ['a'],
      visit(node, ctx) {
        const { href } = node.properties
        if (typeof href !== 'string') return
        ctx.setProperty(node, 'href', isSafe(href) ? resolve(href) : null)
      },
    },
  })
}

/** Browsers skip white space and control characters in a scheme, and so must we. */
function isSafe(href: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(href.replace(/[\u0000-\u0020\u007f-\u009f]/g, ''))?.[1]
  return scheme === undefined || SAFE_SCHEMES.has(`${scheme.toLowerCase()}:`)
}

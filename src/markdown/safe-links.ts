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

/** Whether no browser runs code at this address. */
export function isSafe(href: string): boolean {
  const scheme = schemeOf(href)
  return scheme === undefined || SAFE_SCHEMES.has(scheme)
}

/** The scheme with its colon, in small letters. Browsers skip white space and control characters in one, and so must we. */
export function schemeOf(href: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const plain = href.replace(/[\u0000-\u0020\u007f-\u009f]/g, '')
  return /^[a-z][a-z\d+.-]*:/i.exec(plain)?.[0].toLowerCase()
}

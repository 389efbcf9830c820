/** What a code is given: by name, and in order. */
export interface CodeArguments {
  named: Record<string, string>
  inOrder: string[]
}

const ARGUMENT =
  /([A-Za-z_][\w-]*)\s*[=:](?!\/\/)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[^\s,]+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[^\s,]+)/g

/** The arguments in `src="a.jpg" alt='A' wide`, as Hugo, Liquid and Nunjucks write them. */
export function argumentsIn(text: string): CodeArguments {
  const named: Record<string, string> = {}
  const inOrder: string[] = []
  for (const [, name, value, alone] of text.matchAll(ARGUMENT)) {
    if (name !== undefined && value !== undefined) named[name.toLowerCase()] = unquoted(value)
    else if (alone !== undefined) inOrder.push(unquoted(alone))
  }
  return { named, inOrder }
}

function unquoted(value: string): string {
  return /^(["'`])[\s\S]*\1$/.test(value) ? value.slice(1, -1).replace(/\\(["'\\])/g, '$1') : value
}

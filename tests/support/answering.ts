import { PassThrough } from 'node:stream'
import type { Terminal } from '../../src/cli/terminal.ts'

/** Nobody sits there. */
export function nobody(): Terminal {
  return { input: new PassThrough(), output: new PassThrough() }
}

/** Somebody who presses these keys at each question, named by its first words, and none else. */
export function somebody(
  answers: [question: string, keys: Iterable<string>][],
): Terminal & { left: () => string[] } {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 40 })
  const open = [...answers]
  let seen = ''
  output.on('data', (chunk) => {
    seen += chunk
    const [question, keys] = open[0] ?? []
    if (question === undefined || keys === undefined || !seen.includes(question)) return
    open.shift()
    seen = ''
    setTimeout(async () => {
      for (const key of keys) {
        input.write(key)
        await new Promise((done) => setTimeout(done, 5))
      }
    }, 20)
  })
  return { input, output, left: () => open.map(([question]) => question) }
}

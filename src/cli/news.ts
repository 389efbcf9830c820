import process from 'node:process'

/** One thing that `npm run news --` does; its modules load only when it is asked for. */
interface Command {
  /** As it is typed, with what it takes. */
  usage: string
  purpose: string
  /** Returns the exit code. */
  run: (args: string[]) => Promise<number>
}

const COMMANDS: Record<string, Command> = {
  trending: {
    usage: 'trending [--report] <log ...>',
    purpose: 'counts views, from logs or exports, into src/content/readership.json; reports them',
    run: async (args) => (await import('./trending.ts')).run(args),
  },
  comments: {
    usage: 'comments pull',
    purpose: "brings the comment server's approved comments into files beside the articles",
    run: async (args) => (await import('./comments.ts')).run(args),
  },
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined

try {
  if (!command) throw new Error(overview())
  process.exitCode = await command.run(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function overview(): string {
  const commands = Object.values(COMMANDS)
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  const lines = commands.map(({ usage, purpose }) => `  ${usage.padEnd(width)}   ${purpose}`)
  return ['npm run news -- <command>', '', ...lines].join('\n')
}

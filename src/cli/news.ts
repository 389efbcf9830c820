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
  create: {
    usage: 'create <folder> [--yes --name "Kabar Uji" --url https://… --locale id …]',
    purpose: 'starts an outlet in a folder of its own',
    run: async (args) => (await import('./create.ts')).run(args),
  },
  'start-afresh': {
    usage: 'start-afresh [--yes --name … --url … …]',
    purpose: 'makes a checkout the outlet’s own: takes the sample out, and puts a beginning in',
    run: async (args) => (await import('./start-afresh.ts')).run(args),
  },
  'move-out': {
    usage: 'move-out <folder> [--host <host>]',
    purpose: 'copies the outlet of a checkout into a folder of its own, with the program as a package',
    run: async (args) => (await import('./move-out.ts')).run(args),
  },
  dev: {
    usage: 'dev',
    purpose: 'shows the outlet while it is written, drafts too',
    run: async (args) => (await import('./astro.ts')).run('dev', args),
  },
  build: {
    usage: 'build [--preview] [--accept-loss] [--verify-all]',
    purpose: 'builds the site into dist/',
    run: async (args) => (await import('./astro.ts')).run('build', args),
  },
  publisher: {
    usage: 'publisher',
    purpose: 'publishes, and goes on to do so whenever files, a repository or the clock ask for it',
    run: async (args) => (await import('./publisher.ts')).run(args),
  },
  preview: {
    usage: 'preview [--preview]',
    purpose: 'serves what was built',
    run: async (args) => (await import('./astro.ts')).run('preview', args),
  },
  new: {
    usage: 'new "Title" [--category x --author y …]',
    purpose: 'starts an article, asking for what is missing',
    run: async (args) => (await import('./new.ts')).run(args),
  },
  live: {
    usage: 'live <slug> "Text" [--key …] | --begin | --end | --breakout <entry>',
    purpose: 'writes an entry of live coverage, begins or ends it, starts an article from an entry',
    run: async (args) => (await import('./live.ts')).run(args),
  },
  breaking: {
    usage: 'breaking ["text" --until 2h [--article x | --href /x/] [--from …]] [--end]',
    purpose: 'puts a line above every page for some hours, ends it, or tells which there is',
    run: async (args) => (await import('./breaking.ts')).run(args),
  },
  due: {
    usage: 'due [--format text|json]',
    purpose: 'tells when the next scheduled article is to be released',
    run: async (args) => (await import('./due.ts')).run(args),
  },
  check: {
    usage: 'check [--format text|json|github]',
    purpose: 'tells every mistake in every file, without a build',
    run: async (args) => (await import('./check.ts')).run(args),
  },
  size: {
    usage: 'size [--format text|json]',
    purpose: 'tells how many files and bytes the built site has, and when its host will take no more',
    run: async (args) => (await import('./size.ts')).run(args),
  },
  texts: {
    usage: 'texts <language>',
    purpose: "starts the outlet's own texts of a language, src/texts/ms.ts for ms, or tells what they lack",
    run: async (args) => (await import('./texts.ts')).run(args),
  },
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
  import: {
    usage: 'import wordpress|blogger|ghost|markdown|folder <export ...> [--media <folder>] [--dry-run]',
    purpose: 'brings in what an old site has exported, and says what became of each item',
    run: async (args) => (await import('./import.ts')).run(args),
  },
  rename: {
    usage: 'rename category|author|series|tag|article OLD NEW [--dry-run]',
    purpose: 'gives one of these another name, wherever it is named, and keeps its old addresses',
    run: async (args) => (await import('./rename.ts')).run(args),
  },
  override: {
    usage: 'override [<component> [--reviewed]]',
    purpose: 'copies a component of the program for the outlet to change; lists them',
    run: async (args) => (await import('./override.ts')).run(args),
  },
  redirects: {
    usage: 'redirects --format nginx|caddy|netlify|cloudflare [--out <file>]',
    purpose: 'writes rules for a web server that send old addresses on',
    run: async (args) => (await import('./redirects.ts')).run(args),
  },
  upgrade: {
    usage: 'upgrade [--check] [--from <version>]',
    purpose: 'holds the outlet against the installed version, and tells what is to be done',
    run: async (args) => (await import('./upgrade.ts')).run(args),
  },
  ping: {
    usage: 'ping [--all] [--dry-run]',
    purpose: 'tells hubs and search engines what is new on the published site',
    run: async (args) => (await import('./ping.ts')).run(args),
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

import { parseArgs } from 'node:util'
import { pullComments } from './pull-comments.ts'
import { updateReadership } from './trending.ts'

const USAGE = `npm run news -- <command>

  trending <access.log ...>   counts the views in web server logs into src/content/readership.json
  comments pull               brings the comment server's approved comments into files beside the articles`

const { positionals } = parseArgs({ allowPositionals: true })
const [command, ...rest] = positionals

try {
  if (command === 'trending' && rest.length > 0) console.log(await updateReadership(rest))
  else if (command === 'comments' && rest[0] === 'pull') console.log(await pullComments())
  else throw new Error(USAGE)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

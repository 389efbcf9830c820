import { parseArgs } from 'node:util'
import { updateReadership } from './trending.ts'

const USAGE = `npm run news -- <command>

  trending <access.log ...>   counts the views in web server logs into src/content/readership.json`

const { positionals } = parseArgs({ allowPositionals: true })
const [command, ...rest] = positionals

try {
  if (command === 'trending' && rest.length > 0) console.log(await updateReadership(rest))
  else throw new Error(USAGE)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

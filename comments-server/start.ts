import { parseArgs } from 'node:util'
import { openDatabase } from './database.ts'
import { listWaiting, setStatus } from './moderate.ts'
import { serveComments } from './serve.ts'

const USAGE = `npm run comments -- [command] [--data folder] [--port number]

  (none)              starts the comment server on loopback
  waiting             lists the comments that wait for moderation
  approve <id ...>    shows them to readers
  spam <id ...>       takes them away

The database is waline.sqlite in --data, else in .cache/comments.`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '.cache/comments' },
    port: { type: 'string', default: '8360' },
  },
})
const [command, ...ids] = positionals

try {
  if (command === undefined) {
    const { url } = await serveComments({ folder: values.data, port: Number(values.port) })
    console.log(`Comments are served at ${url}`)
  } else if (command === 'waiting') console.log(listWaiting(openDatabase(values.data)))
  else if (command === 'approve') console.log(setStatus(openDatabase(values.data), 'approved', ids))
  else if (command === 'spam') console.log(setStatus(openDatabase(values.data), 'spam', ids))
  else throw new Error(USAGE)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

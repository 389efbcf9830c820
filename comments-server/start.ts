import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { readSite } from '#desk/read-site.ts'
import { readTexts } from '#desk/read-texts.ts'
import { languagesWith } from '#i18n/dictionary.ts'
import { askPassword } from './ask-password.ts'
import { openDatabase } from './database.ts'
import { appoint, dismiss } from './moderators.ts'
import { installWaline } from './install-waline.ts'
import { serveComments } from './serve.ts'

const USAGE = `npm run comments -- [command] [--data folder] [--port number]

  (none)                    starts the comment server on loopback
  moderator <e-mail> <name> lets somebody moderate, or gives them a new password, and asks for it;
                            the name stands on the answers that they write
  dismiss <e-mail>          takes that away

The database is waline.sqlite in --data, else in .cache/comments.`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '.cache/comments' },
    port: { type: 'string', default: '8360' },
  },
})
const [command, email, ...name] = positionals

try {
  if (command === undefined) {
    await installWaline()
    const newsroom = newsroomFolder()
    const site = await readSite(newsroom)
    const texts = languagesWith((await readTexts(newsroom)).texts).dictionaryFor(site.locale)
    const { url } = await serveComments({ folder: values.data, port: Number(values.port), site, texts })
    console.log(`Comments are served at ${url}, and moderated at ${url}moderate/`)
  } else if (command === 'moderator' && email !== undefined && name.length > 0) {
    const password = await askPassword()
    console.log(appoint(openDatabase(values.data), { email, name: name.join(' '), password }))
  } else if (command === 'dismiss' && email !== undefined && name.length === 0) {
    console.log(dismiss(openDatabase(values.data), email))
  } else throw new Error(USAGE)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

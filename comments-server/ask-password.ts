import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/**
 * The password in MODERATOR_PASSWORD, or one that is typed, unseen, and typed again.
 * @throws Error where there is neither, or the two differ
 */
export async function askPassword(): Promise<string> {
  const { MODERATOR_PASSWORD } = process.env
  if (MODERATOR_PASSWORD) return MODERATOR_PASSWORD
  if (!process.stdin.isTTY)
    throw new Error('Nobody is there to type a password: put it into MODERATOR_PASSWORD.')
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: unseen, terminal: true })
  const ask = async (question: string) => {
    process.stderr.write(question)
    const answer = await reader.question('')
    process.stderr.write('\n')
    return answer
  }
  try {
    const password = await ask('Password: ')
    if ((await ask('Once more: ')) !== password) throw new Error('The two are not the same.')
    return password
  } finally {
    reader.close()
  }
}

import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface TestMailServer {
  /** `smtp://127.0.0.1:2525`, say. */
  url: string
  /** What it was given, headers and text. */
  mails: string[]
  close: () => Promise<void>
}

/** A mail server of loopback that takes whatever it is given (RFC 5321, as far as one mail needs it). */
export async function startMailServer(): Promise<TestMailServer> {
  const mails: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let mail: string | undefined
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    socket.setEncoding('utf8').on('error', () => {})
    socket.on('data', (text: string) => {
      const lines = (rest + text).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (mail !== undefined) {
          if (line !== '.') mail += `${line}\n`
          else {
            mails.push(mail)
            mail = undefined
            say('250 taken')
          }
        } else if (/^DATA/i.test(line)) {
          mail = ''
          say('354 go on')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 test')
      }
    })
    say('220 test')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
}

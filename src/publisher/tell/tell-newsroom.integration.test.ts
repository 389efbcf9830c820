import { createServer, type IncomingHttpHeaders } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { languagesWith } from '#i18n/dictionary.ts'
import type { Attempt } from '#publisher/status.ts'
import { listen } from '../../../tests/support/listen.ts'
import { startMailServer } from '../../../tests/support/mail-server.ts'
import { NewsroomTeller } from './tell-newsroom.ts'

interface Got {
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

/** A server of git and a chat, which answer as they are told, and a mail server. */
async function newsroom(answer: (path: string) => number = () => 201) {
  const got: Got[] = []
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request)
    const path = request.url ?? ''
    got.push({ path, headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
    const status = answer(path)
    response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end('{"message":"said"}')
  })
  const origin = `http://127.0.0.1:${await listen(server)}`
  const mail = await startMailServer()
  onTestFinished(async () => {
    await mail.close()
    await new Promise((done) => server.close(done))
  })
  const lines: string[] = []
  const teller = new NewsroomTeller(
    {
      repository: { url: `${origin}/desk/news.git`, branch: 'main', checkout: '/c' },
      pageUrl: 'https://news.example/newsroom/',
      forge: undefined,
      mail: { to: 'desk@news.example', from: 'publisher@news.example', server: mail.url },
      secrets: { webhook: undefined, forge: 'a-token', notifyUrl: `${origin}/chat/a-secret` },
    },
    ({ message }) => lines.push(message),
    async () => languagesWith().dictionaryFor('id').publisher.report,
  )
  const statuses = () => got.filter(({ path }) => path.startsWith('/api/'))
  const chats = () => got.filter(({ path }) => path.startsWith('/chat/'))
  return { teller, got, statuses, chats, mails: mail.mails, lines }
}

const commit = {
  id: '6113728f27ae82c7b1a177c8d03f9e96e0adf246',
  subject: 'Adds\r\nBcc: all@news.example',
  author: 'Ana',
}
const attempt = (more: Partial<Attempt>): Attempt => ({
  ...{ at: 0, seconds: 1.25, outcome: 'published', reasons: ['commit'], commit },
  ...more,
})
const problem = { file: 'articles/x.md', line: 6, column: 9, message: 'author "budy" is not known.' }
const refused = attempt({ outcome: 'refused', problems: [problem, problem] })

test('a refused commit is told beside it, by webhook and by mail, in the outlet’s language', async () => {
  const { teller, statuses, chats, mails } = await newsroom()
  teller.tell(refused, false)
  await teller.settled()
  expect(statuses()).toMatchObject([
    {
      path: `/api/v1/repos/desk/news/statuses/${commit.id}`,
      headers: { authorization: 'token a-token', 'content-type': 'application/json' },
      body: {
        state: 'failure',
        description: 'Not published: articles/x.md:6:9 author "budy" is not known. (and 1 more)',
        target_url: 'https://news.example/newsroom/',
      },
    },
  ])
  expect(chats()).toMatchObject([
    {
      body: {
        text: expect.stringMatching(
          /^Tidak diterbitkan: ada yang harus diperbaiki\n6113728[\s\S]*articles\/x\.md:6:9/,
        ),
        outcome: 'refused',
        problems: [problem, problem],
      },
    },
  ])
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatch(/^Subject: Tidak diterbitkan: ada yang harus diperbaiki$/m)
  expect(mails[0]).toMatch(/^Auto-Submitted: auto-generated$/m)
  // Nothing of a commit becomes a header.
  expect(mails[0]?.split('\n\n')[0]).not.toMatch(/^Bcc:/im)
})

test('the same is told once, another mistake again, and that it is mended', async () => {
  const { teller, statuses, mails } = await newsroom()
  teller.tell(attempt({}), true)
  teller.tell(refused, false)
  teller.tell(refused, false)
  // An older commit that the clock has published.
  teller.tell(attempt({ reasons: ['clock'] }), false)
  teller.tell({ ...refused, problems: [problem] }, false)
  teller.tell(attempt({}), true)
  teller.tell(attempt({}), true)
  await teller.settled()
  expect(mails.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1])).toEqual([
    'Tidak diterbitkan: ada yang harus diperbaiki',
    'Tidak diterbitkan: ada yang harus diperbaiki',
    'Terbit kembali',
  ])
  // A server of git takes so many statuses of a commit: what it shows already is not said again.
  expect(statuses().map(({ body }) => body.state)).toEqual([
    'success',
    'failure',
    'success',
    'failure',
    'success',
  ])
})

test.each([
  [401, 'it answered 401 {"message":"said"}'],
  [302, 'it answered 302'],
  [500, 'it answered 500'],
])(
  'a server that answers %i is logged, gets nothing elsewhere, and keeps nobody from being told',
  async (status, said) => {
    const { teller, got, mails, lines } = await newsroom(() => status)
    teller.tell(refused, false)
    await teller.settled()
    expect(lines).toEqual([
      expect.stringContaining(`The commit’s status was not taken: ${said}`),
      expect.stringContaining('PUBLISHER_NOTIFY_URL was not taken'),
    ])
    expect(lines.join()).not.toMatch(/a-secret|a-token/)
    expect(got.filter(({ path }) => path === '/elsewhere')).toEqual([])
    expect(mails).toHaveLength(1)
  },
)

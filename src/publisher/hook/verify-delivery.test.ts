import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { askedOf } from './push-event.ts'
import { verifyDelivery } from './verify-delivery.ts'

const NOW = Date.parse('2026-11-30T12:00Z')
const SECRET = 'a secret of the newsroom'
const BODY = Buffer.from('{"ref":"refs/heads/main"}')
const hex = (secret: string, body: Buffer) => createHmac('sha256', secret).update(body).digest('hex')
const right = hex(SECRET, BODY)
const verdict = (headers: Record<string, string>, body = BODY, secret = SECRET, now = NOW) =>
  verifyDelivery({ headers, body }, secret, now)

/** The example by which GitHub has implementations tested. */
test('the example of GitHub’s documentation', () => {
  const headers = {
    'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
  }
  const secret = "It's a Secret to Everybody"
  expect(verdict(headers, Buffer.from('Hello, World!'), secret)).toHaveProperty('mark')
  expect(verdict(headers, Buffer.from('Hello, World?'), secret)).toEqual({
    refused: 'the signature is wrong',
  })
})

/** The one that the reference implementations of Standard Webhooks share, whose rules GitLab follows. */
const STANDARD = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': '1614265330',
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}
const STANDARD_BODY = Buffer.from('{"test": 2432232314}')
const SIGNING_TOKEN = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const SIGNED_AT = 1614265330_000

test('the example of Standard Webhooks, also beside another signature', () => {
  const signed = (headers: Record<string, string>, now = SIGNED_AT) =>
    verdict(headers, STANDARD_BODY, SIGNING_TOKEN, now)
  expect(signed(STANDARD)).toMatchObject({ mark: STANDARD['webhook-id'] })
  const both = `v1,${'A'.repeat(43)}= ${STANDARD['webhook-signature']}`
  expect(signed({ ...STANDARD, 'webhook-signature': both })).toHaveProperty('mark')
  expect(signed(STANDARD, SIGNED_AT + 299_000)).toHaveProperty('mark')
  for (const minutes of [-6, 6]) {
    expect(signed(STANDARD, SIGNED_AT + minutes * 60_000)).toEqual({
      refused: expect.stringContaining('5 minutes'),
    })
  }
})

test.each([
  ['GitHub’s', { 'x-hub-signature-256': `sha256=${right}` }],
  ['Forgejo’s', { 'x-forgejo-signature': right }],
  ['Gitea’s', { 'x-gitea-signature': right }],
  ['GitLab’s token', { 'x-gitlab-token': SECRET }],
])('%s is believed', (_case, headers) => {
  expect(verdict(headers)).toMatchObject({ mark: expect.stringMatching(/^[\da-f]{64}$/), payload: BODY })
})

test.each<[string, Record<string, string>, string, string?]>([
  ['nothing', {}, 'it has no signature'],
  ['an empty signature', { 'x-hub-signature-256': '' }, 'not 64 hexadecimal digits'],
  ['half a signature', { 'x-hub-signature-256': `sha256=${right.slice(1)}` }, 'not 64 hexadecimal digits'],
  ['another method', { 'x-hub-signature-256': `sha1=${right}` }, 'not 64 hexadecimal digits'],
  ['the old header alone', { 'x-hub-signature': `sha1=${right.slice(0, 40)}` }, 'it has no signature'],
  ['that of another secret', { 'x-gitea-signature': hex('another secret', BODY) }, 'the signature is wrong'],
  [
    'a wrong signature with the right token',
    { 'x-hub-signature-256': hex('x', BODY), 'x-gitlab-token': SECRET },
    'is wrong',
  ],
  ['a wrong token', { 'x-gitlab-token': `${SECRET}.` }, 'the token is wrong'],
  ['an empty token', { 'x-gitlab-token': '' }, 'the token is wrong'],
  ['a token where all is signed', { 'x-gitlab-token': SIGNING_TOKEN }, 'it has no signature', SIGNING_TOKEN],
  ['a signature by a token that is not set', STANDARD, 'no signing token'],
  ['no moment', { 'webhook-signature': 'v1,x', 'webhook-id': '1' }, 'no moment', SIGNING_TOKEN],
  [
    'another version',
    { ...STANDARD, 'webhook-signature': 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' },
    'is wrong',
    SIGNING_TOKEN,
  ],
])('%s is refused', (_case, headers, reason, secret = SECRET) => {
  const now = 'webhook-timestamp' in headers ? SIGNED_AT : NOW
  expect(verdict(headers, BODY, secret, now)).toEqual({ refused: expect.stringContaining(reason) })
})

/** As `services/webhook/deliver.go` of Gitea signs a form: the payload, before it is put into the form. */
test('a form is believed by its own signature and by that of its payload', () => {
  const form = Buffer.from(new URLSearchParams({ payload: BODY.toString() }).toString())
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const signed of [form, BODY]) {
    expect(
      verdict({ ...headers, 'x-hub-signature-256': `sha256=${hex(SECRET, signed)}` }, form),
    ).toMatchObject({
      payload: BODY,
    })
  }
})

test('a delivery that is sent again has the same mark, another has another', () => {
  const marks = (headers: Record<string, string>, body: Buffer<ArrayBuffer>) =>
    (verdict(headers, body) as { mark: string }).mark
  const other = Buffer.from('{"ref":"refs/heads/main","after":"2"}')
  const signed = (body: Buffer<ArrayBuffer>) =>
    marks({ 'x-gitea-signature': hex(SECRET, body), 'x-gitea-delivery': '1' }, body)
  expect(signed(BODY)).toBe(signed(BODY))
  expect(signed(BODY)).not.toBe(signed(other))
  const token = (uuid: string) => marks({ 'x-gitlab-token': SECRET, 'x-gitlab-event-uuid': uuid }, BODY)
  expect(token('1')).toBe(token('1'))
  expect(token('1')).not.toBe(token('2'))
})

/** Heads of deliveries as public documentation and fixtures have them, shortened to what is read of them. */
const RECORDED = {
  // octokit/webhooks, payload-examples/api.github.com/push/with-new-branch.payload.json and payload.json
  github: {
    ref: 'refs/heads/master',
    before: '0'.repeat(40),
    created: true,
    head_commit: { added: ['README.md'] },
  },
  githubTag: { ref: 'refs/tags/simple-tag', after: '0'.repeat(40), deleted: true, head_commit: null },
  // docs.gitlab.com, "Push events" and "Tag events"
  gitlab: { object_kind: 'push', ref: 'refs/heads/master', total_commits_count: 4 },
  gitlabTag: { object_kind: 'tag_push', ref: 'refs/tags/v1.0.0', total_commits_count: 0 },
  // forgejo.org, "Event information"
  forgejo: { ref: 'refs/heads/develop', after: 'bffeb74224043ba2feb48d137756c8a9331c449a' },
}

test.each<[string, Record<string, string>, object | string, string, object]>([
  [
    'GitHub’s first push',
    { 'x-github-event': 'push' },
    RECORDED.github,
    'master',
    { push: 'refs/heads/master' },
  ],
  [
    'a tag that goes',
    { 'x-github-event': 'push' },
    RECORDED.githubTag,
    'master',
    { ignored: expect.stringContaining('simple-tag') },
  ],
  ['GitLab’s', { 'x-gitlab-event': 'Push Hook' }, RECORDED.gitlab, 'master', { push: 'refs/heads/master' }],
  [
    'GitLab’s of a tag',
    { 'x-gitlab-event': 'Tag Push Hook' },
    RECORDED.gitlabTag,
    'master',
    { ignored: expect.any(String) },
  ],
  [
    'Forgejo’s',
    { 'x-forgejo-event': 'push', 'x-github-event': 'push' },
    RECORDED.forgejo,
    'develop',
    { push: 'refs/heads/develop' },
  ],
  [
    'Forgejo’s of another branch',
    { 'x-forgejo-event': 'push' },
    RECORDED.forgejo,
    'main',
    { ignored: expect.stringContaining('develop') },
  ],
  [
    'GitHub’s greeting',
    { 'x-github-event': 'ping' },
    { zen: 'Keep it logically awesome.' },
    'main',
    { ignored: expect.stringContaining('ping') },
  ],
  ['no event', {}, RECORDED.github, 'master', { malformed: 'it names no event' }],
  ['no JSON', { 'x-github-event': 'push' }, '{"ref":', 'main', { malformed: expect.any(String) }],
  [
    'a ref that is no text',
    { 'x-github-event': 'push' },
    { ref: ['refs/heads/main'] },
    'main',
    { malformed: expect.any(String) },
  ],
  ['a list', { 'x-github-event': 'push' }, [], 'main', { malformed: expect.any(String) }],
])('%s', (_case, headers, payload, branch, expected) => {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  expect(askedOf(headers, Buffer.from(text), branch)).toEqual(expected)
})

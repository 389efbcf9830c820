import { expect, test } from 'vitest'
import { type CommitStatus, statusRequest } from './commit-status.ts'

const commit = '6113728f27ae82c7b1a177c8d03f9e96e0adf246'
const status: CommitStatus = {
  commit,
  state: 'failure',
  description: 'Not published: articles/x.md:6:9 author "budi" is not known.',
  targetUrl: 'https://news.example/newsroom/',
}
const at = (origin: string, path = 'desk/news') => ({ origin, path })
const token = 'a-token'

test('GitHub', () => {
  expect(statusRequest(at('https://github.com'), status, { token })).toEqual({
    url: `https://api.github.com/repos/desk/news/statuses/${commit}`,
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: 'Bearer a-token',
      'X-GitHub-Api-Version': '2022-11-28',
    },
    body: {
      state: 'failure',
      context: 'publisher',
      description: status.description,
      target_url: 'https://news.example/newsroom/',
    },
  })
})

test('a GitHub of one’s own', () => {
  const { url } = statusRequest(at('https://git.news.example'), status, { token, kind: 'github' })
  expect(url).toBe(`https://git.news.example/api/v3/repos/desk/news/statuses/${commit}`)
})

test.each([
  ['success', 'success'],
  ['failure', 'failed'],
  ['error', 'failed'],
] as const)('GitLab says "%s" as "%s"', (state, said) => {
  const { url, headers, body } = statusRequest(
    at('https://gitlab.com', 'group/sub/news'),
    { ...status, state },
    { token },
  )
  expect(url).toBe(`https://gitlab.com/api/v4/projects/group%2Fsub%2Fnews/statuses/${commit}`)
  expect(headers).toEqual({ 'PRIVATE-TOKEN': 'a-token' })
  expect(body).toMatchObject({ state: said, name: 'publisher' })
})

test('Forgejo, which a server of an unknown name is taken for', () => {
  for (const origin of ['https://codeberg.org', 'https://git.news.example']) {
    const { url, headers, body } = statusRequest(at(origin), { ...status, targetUrl: undefined }, { token })
    expect(url).toBe(`${origin}/api/v1/repos/desk/news/statuses/${commit}`)
    expect(headers).toEqual({ Authorization: 'token a-token' })
    expect(body).toEqual({ state: 'failure', context: 'publisher', description: status.description })
  }
})

test('a description is one line, as long as GitHub takes it', () => {
  const long = { ...status, description: `a\nb ${'x'.repeat(500)}` }
  const { description = '' } = statusRequest(at('https://github.com'), long, { token }).body
  expect(description).toMatch(/^a b x+…$/)
  expect(description).toHaveLength(140)
})

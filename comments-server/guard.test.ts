import { expect, test } from 'vitest'
import { guard } from './guard.ts'

const READER = {}
const MODERATOR = { type: 'administrator' }

async function ask(method: string, post: unknown, query = {}, userInfo: { type?: string } = READER) {
  let passed = false
  const ctx = {
    method,
    query,
    request: { body: { post } },
    state: { userInfo },
    throw: (status: number): never => {
      throw new Error(String(status))
    },
  }
  await guard(ctx, async () => {
    passed = true
  }).catch((error: Error) => error.message)
  return passed
}

test.each([
  ['a comment', 'POST', { nick: 'Sari', pid: 3, link: null, like: true }, {}],
  ['a list', 'GET', undefined, { path: '/a/', page: '1' }],
  ['a count', 'GET', undefined, { type: 'count', url: ['/a/', '/b/'] }],
])('%s passes', async (_case, method, post, query) => {
  expect(await ask(method, post, query)).toBe(true)
})

test.each([
  ['a condition for a text', 'POST', { nick: ['LIKE', 'a%'] }, {}],
  ['an object for a text', 'POST', { email: { '!=': '' }, password: 'x' }, {}],
  ['a list for all', 'POST', [{ nick: 'Sari' }], {}],
  ['a text for all', 'POST', 'nick', {}],
  ['a condition in the address', 'GET', undefined, { path: ['LIKE', '%'] }],
])('%s does not', async (_case, method, post, query) => {
  expect(await ask(method, post, query)).toBe(false)
})

test.each(['PUT', 'DELETE'])('%s is for moderators', async (method) => {
  expect(await ask(method, { like: true })).toBe(false)
  expect(await ask(method, { status: 'approved' }, {}, MODERATOR)).toBe(true)
})

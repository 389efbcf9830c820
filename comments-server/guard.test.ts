import { expect, test } from 'vitest'
import { guard } from './guard.ts'

async function ask(method: string, userInfo: { type?: string }) {
  let passed = false
  const ctx = {
    method,
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

test.each(['PUT', 'DELETE'])('%s is for moderators', async (method) => {
  expect(await ask(method, {})).toBe(false)
  expect(await ask(method, { type: 'administrator' })).toBe(true)
})

test.each(['GET', 'POST'])('%s is for everybody', async (method) => {
  expect(await ask(method, {})).toBe(true)
})

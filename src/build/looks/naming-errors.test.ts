import { expect, test } from 'vitest'
import { namingErrors } from './naming-errors.ts'

const FILE = 'src/overrides/chrome/Footer.astro'

test.each([
  [
    'at once',
    () => {
      throw new Error('no such thing')
    },
  ],
  [
    'later',
    async () => {
      throw new Error('no such thing')
    },
  ],
  [
    'what is no error',
    () => {
      throw 'no such thing'
    },
  ],
])('a component that throws %s is named', async (_, component) => {
  const error: unknown = await (async () => namingErrors(component, FILE)({}, {}, {}))().catch(
    (error: unknown) => error,
  )
  expect(error).toMatchObject({
    message: `${FILE} cannot be rendered: no such thing`,
    stack: expect.stringContaining(FILE),
  })
})

test('a sound one is as it was, with all that Astro knows it by', async () => {
  const component = Object.assign((...args: unknown[]) => args, {
    isAstroComponentFactory: true,
    moduleId: 'a',
  })
  const named = namingErrors(component, FILE)
  expect({ ...named }).toEqual({ isAstroComponentFactory: true, moduleId: 'a' })
  expect(named(1, 2, 3)).toEqual([1, 2, 3])
})

import { expect, test } from 'vitest'
import { temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { readNewsroom } from './read-newsroom.ts'
import { readReadership } from './read-readership.ts'

const FILE = 'src/content/readership.json'

test('views are read by article and hour', async () => {
  const readership = { articles: { 'a-slug': { '2025-07-05T03:00:00Z': 12 } } }
  const folder = await temporaryNewsroom({ [FILE]: JSON.stringify(readership) })
  expect(await readReadership(folder)).toEqual(readership)
})

test('without the file there is no readership', async () => {
  expect(await readReadership(await temporaryNewsroom({}))).toBeUndefined()
})

test.each([
  ['not JSON', '{"articles": '],
  ['empty', ''],
  ['another shape', '[]'],
  ['a number that is none', '{"articles": {"a": {"2025-07-05T03:00:00Z": "12"}}}'],
  ['less than nothing', '{"articles": {"a": {"2025-07-05T03:00:00Z": -1}}}'],
  ['an hour that is none', '{"articles": {"a": {"yesterday": 1}}}'],
])('%s is named, with the command that makes it anew', async (_case, text) => {
  const folder = await temporaryNewsroom({ [FILE]: text })
  await expect(readReadership(folder)).rejects.toThrow(new RegExp(`^${FILE}:1:1 .*npm run news`, 'm'))
  // Told with all other problems, by those who read the whole newsroom.
  const { problems } = await readNewsroom(folder)
  expect(problems.map(({ file }) => file)).toEqual([FILE])
})

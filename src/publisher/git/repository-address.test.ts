import { expect, test } from 'vitest'
import { hostedRepository } from './repository-address.ts'

test.each([
  ['https://github.com/desk/news.git', 'https://github.com', 'desk/news'],
  ['https://github.com/desk/news/', 'https://github.com', 'desk/news'],
  ['git@github.com:desk/news.git', 'https://github.com', 'desk/news'],
  ['ssh://git@git.news.example:2222/desk/news.git', 'https://git.news.example', 'desk/news'],
  ['https://gitlab.com/group/sub/news.git', 'https://gitlab.com', 'group/sub/news'],
  ['http://localhost:3000/desk/news', 'http://localhost:3000', 'desk/news'],
])('%s', (address, origin, path) => {
  expect(hostedRepository(address)).toEqual({ origin, path })
})

test.each([
  '/srv/git/news.git',
  'file:///srv/git/news.git',
  '../news',
  'git://news.example/news.git',
  'https://github.com/desk',
])('%s has no pages', (address) => {
  expect(hostedRepository(address)).toBeUndefined()
})

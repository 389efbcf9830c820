import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { pageDictionary } from './page-dictionary.ts'

const page = (title: string, address: string) =>
  `<html><h1 class="headline">${title}</h1><p><a href="${address}" class="link">more</a></p></html>`

test('holds what all pages have, and nothing that one has alone', () => {
  const { bytes } = pageDictionary([page('One', '/a/'), page('Two', '/b/'), page('Three', '/c/')])
  expect(bytes.toString().replace(/<!--\d+-->$/, '')).toBe(
    '<html><h1 class="headline">/h1><p><a href=" class="link">more</a></p></html>',
  )
})

test('is named by its digest, as a file may be', () => {
  for (let i = 0; i < 20; i++) {
    const { bytes, id } = pageDictionary([page(`${i}`, '/')])
    expect(`${id}=`).toBe(hash('sha256', bytes, 'base64'))
    expect(id).toMatch(/^[A-Za-z0-9]{43}$/)
  }
})

test('is the same while pages of the same kind are', () => {
  const oldest = [page('One', '/a/'), page('Two', '/b/')] as const
  expect(pageDictionary([...oldest])).toEqual(pageDictionary([page('Uno', '/1/'), page('Due', '/2/')]))
})

import { expect, test } from 'vitest'
import { addressesOf, refreshOf } from './html-addresses.ts'

test.each<[string, Record<string, string>, string[]]>([
  ['a', { href: '/a/' }, ['/a/']],
  ['img', { src: '/a.webp', srcset: '/a.webp 480w, /b.webp 960w' }, ['/a.webp', '/a.webp', '/b.webp']],
  ['source', { srcset: '/a,b.webp, /c.webp 2x,/d.webp 3x' }, ['/a,b.webp', '/c.webp', '/d.webp']],
  ['link', { imagesrcset: '/a.avif 1x' }, ['/a.avif']],
  ['form', { action: '/search/' }, ['/search/']],
  ['video', { poster: '/p.jpg' }, ['/p.jpg']],
  ['meta', { property: 'og:image', content: 'https://a.example/s.jpg' }, ['https://a.example/s.jpg']],
  ['meta', { name: 'description', content: 'See https://a.example/ for more' }, []],
  ['meta', { 'http-equiv': 'Refresh', content: '0; URL=/new/' }, ['/new/']],
  ['p', { class: 'a' }, []],
])('%s %j names %j', (tag, attributes, addresses) => {
  expect(addressesOf(tag, attributes)).toEqual(addresses)
})

test('a refresh without an address leads nowhere', () => {
  expect(refreshOf('meta', { 'http-equiv': 'refresh', content: '30' })).toBeUndefined()
})

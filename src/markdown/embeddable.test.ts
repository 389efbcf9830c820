import { describe, expect, test } from 'vitest'
import { EMBED_ORIGINS, embeddable } from './embeddable.ts'

const ID = 'a-Bc_123456'
const VIDEO = `https://www.youtube-nocookie.com/embed/${ID}?autoplay=1`

describe('YouTube', () => {
  test.each([
    [`https://www.youtube.com/watch?v=${ID}`, VIDEO],
    [`https://youtube.com/watch?app=desktop&v=${ID}&list=PL1`, VIDEO],
    [`http://m.youtube.com/watch?v=${ID}`, VIDEO],
    [`https://youtu.be/${ID}?si=tracking`, VIDEO],
    [`https://www.youtube.com/shorts/${ID}`, VIDEO],
    [`https://www.youtube.com/live/${ID}?feature=share`, VIDEO],
    [`https://www.youtube-nocookie.com/embed/${ID}`, VIDEO],
    [`https://youtu.be/${ID}?t=90`, `${VIDEO}&start=90`],
    [`https://youtu.be/${ID}?t=1h2m3s`, `${VIDEO}&start=3723`],
    [`https://youtu.be/${ID}?t=later`, VIDEO],
  ])('%s', (address, frame) => {
    expect(embeddable(address)).toEqual({ kind: 'video', site: 'YouTube', frame })
  })
})

describe('X', () => {
  test.each([
    'https://x.com/example/status/1234567890123456789',
    'https://twitter.com/example/status/1234567890123456789?s=20',
    'https://mobile.twitter.com/example/statuses/1234567890123456789/',
  ])('%s', (address) => {
    expect(embeddable(address)).toEqual({
      kind: 'post',
      site: 'X',
      frame: 'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890123456789',
    })
  })
})

describe('Google Maps', () => {
  test.each([
    ['https://www.google.com/maps?q=Monas', 'q=Monas&output=embed'],
    ['https://maps.google.co.id/?q=-6.17,106.82', 'q=-6.17%2C106.82&output=embed'],
    ['https://www.google.com/maps/search/?api=1&query=Kota+Tua', 'q=Kota+Tua&output=embed'],
    [
      'https://www.google.co.id/maps/@-6.17,106.82,15z',
      'q=-6.17%2C106.82&ll=-6.17%2C106.82&z=15&output=embed',
    ],
    [
      'https://www.google.com/maps/place/Caf%C3%A9+%26+Co/@-6.17,106.82,15.6z/data=!3m1',
      'q=Caf%C3%A9+%26+Co&ll=-6.17%2C106.82&z=16&output=embed',
    ],
  ])('%s', (address, query) => {
    expect(embeddable(address)).toEqual({
      kind: 'map',
      site: 'Google Maps',
      frame: `https://www.google.com/maps?${query}`,
    })
  })

  test('what its own dialog gives to embed', () => {
    expect(embeddable('https://www.google.com/maps/embed?pb=!1m14"onload=x')?.frame).toBe(
      'https://www.google.com/maps/embed?pb=%211m14%22onload%3Dx',
    )
  })
})

describe('OpenStreetMap', () => {
  const query = (address: string) => new URL(embeddable(address)?.frame ?? 'about:blank').searchParams

  test('shows the place in the middle of its frame', () => {
    const [west = 0, south = 0, east = 0, north = 0] = (
      query('https://www.openstreetmap.org/#map=12/-6.12/106.82').get('bbox') ?? ''
    )
      .split(',')
      .map(Number)
    expect((west + east) / 2).toBeCloseTo(106.82, 4)
    expect((south + north) / 2).toBeCloseTo(-6.12, 4)
    // 672 pixels of 360 / (256 × 2^12) degrees.
    expect(east - west).toBeCloseTo(0.2307, 3)
    expect(north - south).toBeCloseTo(0.129, 3)
  })

  test('shows less, the nearer', () => {
    const wide = (zoom: number) => {
      const [west = 0, , east = 0] = (
        query(`https://www.openstreetmap.org/#map=${zoom}/0/0`).get('bbox') ?? ''
      )
        .split(',')
        .map(Number)
      return east - west
    }
    expect(wide(10) / wide(11)).toBeCloseTo(2, 2)
  })

  test('keeps its marker', () => {
    const marked = query('https://www.openstreetmap.org/?mlat=-2.53&mlon=140.71#map=14/-2.5/140.7')
    expect(marked.get('marker')).toBe('-2.53,140.71')
    expect(query('https://www.openstreetmap.org/?mlat=x&mlon=1#map=14/-2.5/140.7').get('marker')).toBeNull()
  })
})

test.each([
  'https://www.youtube.com/',
  'https://www.youtube.com/watch?v=short',
  `https://www.youtube.com/watch?v=${ID}"`,
  'https://www.youtube.com/@example',
  `https://youtube.com.evil.example/watch?v=${ID}`,
  `https://evil.example/?https://youtu.be/${ID}`,
  `ftp://youtu.be/${ID}`,
  'javascript:https://youtu.be/',
  'https://x.com/example',
  'https://x.com/example/status/20abc',
  'https://notx.com/example/status/20',
  'https://www.google.com/search?q=maps',
  'https://www.google.com/maps',
  'https://www.google.com/maps/place/%E9',
  'https://www.google.evil.example/maps?q=x',
  'https://maps.app.goo.gl/abc',
  'https://www.openstreetmap.org/node/1',
  'https://www.openstreetmap.org/#map=12/-96/106',
  'https://www.openstreetmap.org/#map=12/x/y',
  '/maps',
  '',
])('%j stays a link', (address) => {
  expect(embeddable(address)).toBeUndefined()
})

test('each frame is of a site that is named beforehand to pages that get more entries', () => {
  const addresses = [
    'https://youtu.be/aaaaaaaaaaa',
    'https://x.com/a/status/1',
    'https://www.google.com/maps?q=x',
    'https://www.google.com/maps/embed?pb=x',
    'https://www.openstreetmap.org/#map=5/1/1',
  ]
  const origins = addresses.map((address) => new URL(embeddable(address)?.frame ?? 'about:blank').origin)
  expect([...new Set(origins)].sort()).toEqual([...EMBED_ORIGINS].sort())
})

import { expect, test } from 'vitest'
import { HOSTS } from '#domain/host.ts'
import { beyondLimits } from './host-limits.ts'

const MIB = 2 ** 20
const many = (count: number, folder = 'a', bytes = 1) =>
  Array.from({ length: count }, (_, i) => ({ file: `${folder}/${i}/index.html`, bytes }))
const messages = (...given: Parameters<typeof beyondLimits>) =>
  beyondLimits(...given).map(({ message }) => message)

test('a site within the limits is sound, on every host', () => {
  for (const host of Object.values(HOSTS)) expect(beyondLimits(many(15_000), host)).toEqual([])
})

test('an outlet’s own server takes all', () => {
  expect(beyondLimits(many(200_001, 'a', 100 * MIB), HOSTS.own)).toEqual([])
})

// wrangler says: "Pages only supports up to 20,000 files in a deployment." to one of 29,981, cloudflare/workers-sdk 5537.
test('too many files are told with the limit and where the host says so', () => {
  expect(messages(many(29_981), HOSTS['cloudflare-free'])).toEqual([
    expect.stringMatching(
      /^The site has 29981 files, and Cloudflare Pages, free plan takes 20000 \(https:.*npm run news -- size/,
    ),
  ])
  expect(messages(many(29_981), HOSTS.cloudflare)).toEqual([])
})

// "The limit for this Static Web App is 524288000 bytes.", dapr/docs 4792.
test('too many bytes are told', () => {
  expect(messages([{ file: 'a', bytes: 524_288_000 }], HOSTS.azure)).toEqual([])
  expect(messages([{ file: 'a', bytes: 524_288_001 }], HOSTS.azure)[0]).toContain('500 MiB')
  expect(messages([{ file: 'a', bytes: 2 ** 30 + 1 }], HOSTS.github)[0]).toContain(
    'GitHub Pages takes 1024 MiB',
  )
})

// "Error: Pages only supports files up to 26.2 MB in size", cloudflare/workers-sdk 2955.
test('files that are too large are named, the largest first', () => {
  const files = [26, 60.4, 25, 30, 27].map((mib, i) => ({ file: `film-${i}.mp4`, bytes: mib * MIB }))
  expect(messages(files, HOSTS.cloudflare)[0]).toContain(
    'no file of more than 25 MiB: film-1.mp4 (60.4 MiB), film-3.mp4 (30 MiB), film-4.mp4 (27 MiB) and 1 more',
  )
})

test('a folder with too many files is named', () => {
  const files = Array.from({ length: 54_001 }, (_, i) => ({ file: `cards/${i}.png`, bytes: 1 }))
  expect(messages(files, HOSTS.netlify)[0]).toContain(
    'cards/ has 54001 files, and Netlify takes 54000 in a folder',
  )
})

import { expect, test } from 'vitest'
import { addressOf } from '#desk/aliases.ts'
import { OldSite } from './old-address.ts'
import type { Plan } from './plan.ts'
import { linkResolver } from './resolve-link.ts'
import type { Survey } from './survey.ts'

const pathOf = ({ pathname, searchParams }: URL) =>
  searchParams.has('p') ? `/?p=${searchParams.get('p')}` : pathname
const url = 'https://kabar.example/'
const site = new OldSite(['https://lama.example'], url, pathOf)
const plan = {
  newPath: new Map([['/?p=5', '/kota/lima/']]),
  targets: new Map([['/2024/01/beras/', { path: '/ekonomi/beras/' }]]),
} as unknown as Plan
const resolve = linkResolver(
  { site, options: { url, timeZone: 'UTC' }, months: new Set(['2024', '2024-01']) } as unknown as Survey,
  plan,
  { addressOf },
  'https://lama.example/2024/02/ini/',
)

test.each([
  ['https://lama.example/2024/01/beras/', '/ekonomi/beras/'],
  ['http://www.lama.example/2024/01/Beras', '/ekonomi/beras/'],
  ['https://lama.example//2024/01/beras/#harga', '/ekonomi/beras/#harga'],
  ['/2024/01/beras/', '/ekonomi/beras/'],
  ['../../01/beras/', '/ekonomi/beras/'],
  ['https://kabar.example/?p=5', '/kota/lima/'],
  ['?p=5', '/kota/lima/'],
  ['https://lama.example', '/'],
  ['https://other.example/a b', 'https://other.example/a%20b'],
  [' https://other.exa\nmple/x ', 'https://other.example/x'],
  ['//other.example/x', 'https://other.example/x'],
  ['#bagian', '#bagian'],
  ['/2024/01/', '/archive/2024/01/'],
  ['https://lama.example/2024', '/archive/2024/'],
  ['/feed/', '/rss.xml'],
  ['/comments/feed', '/rss.xml'],
  ['/2024/01/beras/amp/', '/ekonomi/beras/'],
  ['/2024/01/beras/feed/atom/', '/ekonomi/beras/'],
  ['mailto:redaksi@kabar.example', 'mailto:redaksi@kabar.example'],
  ['tel:+62 21 555', 'tel:+6221555'],
])('%s leads to %s', (address, href) => {
  expect(resolve(address)).toEqual({ href })
})

test.each([
  ['https://lama.example/tidak-ada/', 'deadLinks'],
  ['https://kabar.example/?p=6', 'deadLinks'],
  ['/tidak-ada/', 'deadLinks'],
  ['/2023/01/', 'deadLinks'],
  ['/2024/13/', 'deadLinks'],
  ['/tidak-ada/amp/', 'deadLinks'],
  ['www.other.example/x', 'deadLinks'],
  ['...', 'deadLinks'],
  ['http://…', 'mistyped'],
  ['http://...', 'mistyped'],
  ['http://', 'mistyped'],
  ['http://http://other.example/', 'mistyped'],
  ['http:other', 'mistyped'],
  ['ttps://other.example/', 'mistyped'],
  ['javascript:alert(1)', 'mistyped'],
  ['java\nscript:alert(1)', 'mistyped'],
  ['“https://other.example/”', 'mistyped'],
  ['https://other.example/”', 'mistyped'],
  ['mailto:', 'mistyped'],
  ['', 'mistyped'],
])('%j leads nowhere: %s', (address, fault) => {
  expect(resolve(address)).toEqual({ fault })
})

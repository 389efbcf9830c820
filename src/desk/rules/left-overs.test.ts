import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { siteWith } from '../../../tests/support/newsroom.ts'
import {
  problemsOf,
  STAFF,
  temporaryNewsroom,
  warningAt,
  withoutCauses,
} from '../../../tests/support/temporary-newsroom.ts'
import { asPublished } from '../problem.ts'
import { readNewsroom } from '../read-newsroom.ts'
import { checkExampleUrl, checkLeftOverAddresses } from './left-over-addresses.ts'
import { checkLeftOverPages } from './left-over-pages.ts'
import { checkLeftOverPictures } from './left-over-pictures.ts'

const URL = 'https://kabaruji.id/'
const OWN = siteWith({ url: URL })
const blocked = (place: string, words: string, rule: string) => ({
  ...warningAt(place, words),
  blocksPublication: true,
  rule,
})

const PAGE = '---\ntitle: About\ndescription: Us\n---\n'
const SAMPLES_ABOUT = `${PAGE}\nWarta is made of files. This edition is a demonstration newsroom: its writers are fictional.\n`

describe('addresses', () => {
  test('of settings and of authors are told, each at its place', async () => {
    const config = `export default {
      socials: [
        { label: 'A', url: 'https://social.example/@warta' },
      ],
      comments: { provider: 'waline', server: 'http://localhost:8360/' },
    }`
    const site = siteWith({
      url: URL,
      socials: [{ label: 'A', url: 'https://social.example/@warta' }],
      comments: { provider: 'waline', server: 'http://localhost:8360/' },
    })
    const author = 'name: Maya\nlinks:\n  - label: E-mail\n    url: mailto:maya@warta.example\n'
    const files = { 'src/site.config.ts': config, 'src/content/authors/maya.yml': author }
    expect(await problemsOf(checkLeftOverAddresses, files, site)).toEqual([
      blocked(
        'src/site.config.ts:3:28',
        '"socials.0.url" is https://social.example/@warta',
        'left-over-address',
      ),
      blocked('src/site.config.ts:5:47', '"comments.server" is http://localhost:8360/', 'left-over-address'),
      blocked('src/content/authors/maya.yml:4:10', 'mailto:maya@warta.example', 'left-over-address'),
    ])
  })

  test('that are the outlet’s own are not', async () => {
    const site = siteWith({ url: URL, socials: [{ label: 'A', url: 'https://mastodon.social/@kabar' }] })
    expect(await problemsOf(checkLeftOverAddresses, STAFF, site)).toEqual([])
  })
})

describe('pages', () => {
  test('of the sample are told once each, with the words that give them away', async () => {
    const files = {
      'src/content/pages/about.md': SAMPLES_ABOUT,
      'src/content/pages/contact.md': `${PAGE}Write to us.\n\nOr to <tips@warta.example>.\n`,
      'src/content/pages/terms.md': `${PAGE}We demonstrate newsroom practice.\n`,
    }
    expect(await problemsOf(checkLeftOverPages, files, OWN)).toEqual([
      blocked('src/content/pages/about.md:6:43', '"demonstration newsroom"', 'left-over-page'),
      blocked('src/content/pages/contact.md:7:8', '"tips@warta.example"', 'left-over-page'),
    ])
  })
})

describe('pictures', () => {
  const icon = readFileSync('tests/fixtures/sample-favicon.svg')
  test('of the sample are told, one’s own are not', async () => {
    const files = { 'public/favicon.svg': icon, 'public/logo.png': 'own' }
    expect(await problemsOf(checkLeftOverPictures, files, OWN)).toEqual([
      blocked('public/favicon.svg:1:1', 'is the sample’s', 'left-over-picture'),
    ])
  })

  test('are known however their lines end', async () => {
    const files = { 'public/favicon.svg': icon.toString().replaceAll('\n', '\r\n') }
    expect(await problemsOf(checkLeftOverPictures, files, OWN)).toHaveLength(1)
  })
})

test.each(['https://warta.example/', 'http://localhost:4321/'])(
  'of an outlet that is only tried out, at %s, `check` tells its address alone, and a build nothing',
  async (url) => {
    const files = { 'src/content/pages/about.md': SAMPLES_ABOUT }
    const site = siteWith({ url, socials: [{ label: 'A', url: 'https://social.example/@warta' }] })
    for (const rule of [checkLeftOverAddresses, checkLeftOverPages, checkLeftOverPictures])
      expect(await problemsOf(rule, files, site)).toEqual([])
    const told = withoutCauses(
      await checkExampleUrl(await readNewsroom(await temporaryNewsroom(files)), site),
    )
    expect(told).toEqual([{ ...warningAt('src/site.config.ts:1:1', url), rule: 'left-over-url' }])
    expect(told.map(asPublished)).toEqual(told)
  },
)

test('of an outlet with an address of its own, that address is no left-over', async () => {
  expect(await checkExampleUrl(await readNewsroom(await temporaryNewsroom(STAFF)), OWN)).toEqual([])
})

import robotsParser from 'robots-parser'
import { expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { siteWith } from '../../tests/support/newsroom.ts'
import { writeClosedRobotsTxt, writeRobotsTxt } from './robots-txt.ts'

const FILE = 'https://warta.example/robots.txt'
const ARTICLE = 'https://warta.example/politics/budget/'

function read(aiCrawlers: Record<string, boolean> = {}) {
  const site = siteWith({ aiCrawlers })
  const links = linksFor(site)
  return robotsParser(FILE, writeRobotsTxt(site.aiCrawlers, links, [links.fragments()]))
}

test.each([
  [{}, { GPTBot: false, ClaudeBot: false, CCBot: false, 'OAI-SearchBot': true, 'ChatGPT-User': true }],
  [{ training: true }, { GPTBot: true, 'Google-Extended': true, 'Claude-SearchBot': true }],
  [
    { search: false },
    { 'OAI-SearchBot': false, PerplexityBot: false, 'Perplexity-User': true, GPTBot: false },
  ],
  [{ userFetch: false }, { 'ChatGPT-User': false, 'Claude-User': false, 'OAI-SearchBot': true }],
  [
    { training: true, search: false, userFetch: false },
    { GPTBot: true, DuckAssistBot: false },
  ],
])('with %o, crawlers may or may not: %o', (policy, expected) => {
  const robots = read(policy)
  for (const [name, may] of Object.entries(expected)) expect(robots.isAllowed(ARTICLE, name), name).toBe(may)
  for (const name of ['Googlebot', 'Bingbot', 'AnythingElse'])
    expect(robots.isAllowed(ARTICLE, name), name).toBe(true)
})

test('what only other pages fetch is no crawler’s, and both sitemaps are named', () => {
  const robots = read()
  expect(robots.isAllowed('https://warta.example/fragments/ticker/', 'Googlebot')).toBe(false)
  expect(robots.getSitemaps()).toEqual([
    'https://warta.example/sitemap-index.xml',
    'https://warta.example/news-sitemap.xml',
  ])
})

test('a closed site is closed to all', () => {
  const robots = robotsParser(FILE, writeClosedRobotsTxt())
  for (const name of ['Googlebot', 'GPTBot']) expect(robots.isAllowed(ARTICLE, name)).toBe(false)
})

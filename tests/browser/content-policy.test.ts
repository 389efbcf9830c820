import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { elementsOf } from '../support/html.ts'
import { ARTICLE } from '../support/page-kinds.ts'
import { open, refused } from '../support/pages.ts'
import { filesOf, FIXTURE_DIST, LANGUAGES_DIST, SAMPLE_DIST } from '../support/sites.ts'

/** Of csp_evaluator, the worst first; what is less is that a site may host such a file as undoes its own policy. */
const RISKS = [Severity.HIGH, Severity.SYNTAX, Severity.MEDIUM, Severity.HIGH_MAYBE]

function risksOf(policy: string): string[] {
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate()
  return findings
    .filter(({ severity }) => RISKS.includes(severity))
    .map(({ directive, value, description }) => `${directive} ${value}: ${description}`)
}

describe('of every page', () => {
  /** Each policy, and a page that has it. */
  const policies = new Map<string, string>()
  let pageCount = 0

  beforeAll(async () => {
    for (const folder of [FIXTURE_DIST, LANGUAGES_DIST, SAMPLE_DIST]) {
      const pages = (await filesOf(folder)).filter(
        (file) => file.endsWith('.html') && !file.startsWith('fragments/'),
      )
      pageCount += pages.length
      for (const file of pages) policies.set(await policyIn(join(folder, file)), join(folder, file))
    }
  })

  test('the policy stands before anything that it is about, and there is more than one', () => {
    console.log(`${policies.size} policies on ${pageCount} pages`)
    expect(policies.size).toBeGreaterThan(3)
  })

  test('csp_evaluator finds no risk in it', () => {
    expect(risksOf("script-src 'self' 'unsafe-inline' https:; base-uri 'none'")).toHaveLength(3)
    for (const [policy, page] of policies) expect(risksOf(policy), page).toEqual([])
  })

  test('it lets no inline code in, no eval, and no site but those that the outlet names', () => {
    const named = new Set([...policies.keys()].flatMap((policy) => policy.match(/https?:[^\s;]*/g) ?? []))
    expect([...named].sort()).toEqual([
      'https://list.fixture.example',
      // An entry of live coverage may bring any of the players that are known.
      'https://platform.twitter.com',
      'https://surat.teluk.example',
      'https://surat.warta.example',
      'https://tanggapan.teluk.example',
      'https://www.google.com',
      'https://www.openstreetmap.org',
      'https://www.youtube-nocookie.com',
    ])
    for (const [policy, page] of policies) {
      expect(policy, page).not.toMatch(/unsafe|\*|data:|blob:/)
      expect(policy, page).toMatch(/default-src 'none'.*base-uri 'none'/)
    }
  })
})

test('a browser refuses what a policy does not name, and runs none of it', async () => {
  const page = await open(ARTICLE)
  await page.evaluate(async () => {
    const attempts: (() => unknown)[] = [
      () => document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' })),
      () => (document.body.innerHTML += '<img src="x" onerror="window.ran = 2">'),
      () => document.querySelector('main')?.setAttribute('onclick', 'window.ran = 3'),
      () => Object.assign(new Image(), { src: 'https://elsewhere.example/follow.png' }),
      () => fetch('https://elsewhere.example/'),
      () => new Worker('/daily/other.js'),
      () => document.querySelector('main')?.setAttribute('style', 'display: none'),
    ]
    for (const attempt of attempts) {
      try {
        await attempt()
      } catch {
        // It is told as an event too.
      }
    }
    document.querySelector<HTMLElement>('main')?.click()
  })
  const directives: (string | undefined)[] = []
  const told = () => directives.push(...refused().map((line) => /: ([\w-]+),/.exec(line)?.[1]))
  await expect.poll(told).toBe(7)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect([...new Set(directives)].sort()).toEqual([
    'connect-src',
    'img-src',
    'require-trusted-types-for',
    'style-src-attr',
  ])
  expect(directives).toHaveLength(7)
})

/** What stands in the second element of a head, after the one that tells the encoding. */
async function policyIn(file: string): Promise<string> {
  const html = await readFile(file, 'utf8')
  const head = html.slice(html.indexOf('<head>') + '<head>'.length, html.indexOf('</head>'))
  const [first, second] = elementsOf(head)
  expect(first?.properties, file).toEqual({ charSet: 'utf-8' })
  expect(second?.properties.httpEquiv, file).toEqual(['content-security-policy'])
  return String(second?.properties.content)
}

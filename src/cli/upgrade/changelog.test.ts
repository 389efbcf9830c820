import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareVersions, releasesBetween, releasesIn } from './changelog.ts'

const CHANGELOG = `# Changes

## 0.10.0 (2027-01-02)

### To do when upgrading

- Rename \`a\` to
  \`b\`.
- Look at \`src/theme.ts\`.

### New

- A thing.

## 0.9.1

- Mended.

## 0.9.0 (2026-12-01)

### To do when upgrading

- Nothing of this is asked of a new outlet.
`

test('each version has what it asks for', () => {
  expect(releasesIn(CHANGELOG)).toEqual([
    { version: '0.10.0', toDo: ['Rename `a` to `b`.', 'Look at `src/theme.ts`.'] },
    { version: '0.9.1', toDo: [] },
    { version: '0.9.0', toDo: ['Nothing of this is asked of a new outlet.'] },
  ])
})

test.each([
  ['0.9.0', '0.10.0', ['0.10.0', '0.9.1']],
  ['0.9.1', '0.10.0', ['0.10.0']],
  ['0.10.0', '0.10.0', []],
  ['0.1.0', '0.9.0', ['0.9.0']],
])('from %s to %s: %j', (from, to, versions) => {
  expect(releasesBetween(releasesIn(CHANGELOG), from, to).map(({ version }) => version)).toEqual(versions)
})

test.each([
  ['0.9.0', '0.10.0', -1],
  ['1.0.0', '0.10.0', 1],
  ['0.2.0', '0.2.0', 0],
  ['0.2.0-rc.1', '0.2.0', 0],
])('%s beside %s', (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order)
})

test("the program's own tells of its version first", () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(releasesIn(readFileSync('CHANGELOG.md', 'utf8'))[0]?.version).toBe(version)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type HostLimits, HOSTS } from './host.ts'

const size = (bytes?: number) =>
  bytes === undefined ? '–' : bytes >= 2 ** 30 ? `${bytes / 2 ** 30} GiB` : `${bytes / 2 ** 20} MiB`

test('the table of docs/hosting.md has each host with its limits', () => {
  const docs = readFileSync('docs/hosting.md', 'utf8')
  const rows = docs
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  for (const [host, limits] of Object.entries<HostLimits>(HOSTS)) {
    const { files, bytes, fileBytes } = limits
    expect(rows.find(([, name]) => name === `\`${host}\``)?.slice(3, 6), host).toEqual([
      files?.toLocaleString('en') ?? '–',
      size(bytes),
      size(fileBytes),
    ])
  }
})

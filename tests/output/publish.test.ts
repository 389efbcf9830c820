import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { pathsOf, steps, stepUsing, workflow } from '../support/publish-workflow.ts'

/** How the README installs. */
const INSTALL = 'npm ci'

describe('the workflow', () => {
  test('starts by itself when main changes, by the clock and by hand', () => {
    expect(workflow.on).toEqual({
      push: { branches: ['main'] },
      schedule: [{ cron: expect.stringMatching(/^[\d,]+ \* \* \* \*$/) }],
      workflow_dispatch: { inputs: { accept_loss: expect.objectContaining({ default: false }) } },
    })
  })

  test('never publishes twice at once, nor cuts a publication off', () => {
    expect(workflow.concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false })
  })

  test('may do no more than each job needs', () => {
    expect(workflow.permissions).toEqual({})
    const permissions = Object.values(workflow.jobs).map((job) => job.permissions)
    expect(permissions).toEqual([
      { contents: 'read' },
      { pages: 'write', 'id-token': 'write' },
      { contents: 'read' },
    ])
  })

  test('uses actions by their commit alone', () => {
    for (const { uses } of steps.filter(({ uses }) => uses))
      expect(uses).toMatch(/^actions\/[\w/-]+@[\da-f]{40}$/)
  })

  test('restores what the last build has kept before the next', () => {
    const order = steps.map(({ uses, run }) => run ?? uses?.split('@')[0])
    expect(order).toContain('actions/cache')
    expect(order.indexOf('actions/cache')).toBeLessThan(order.indexOf('npm run build'))
  })

  test('installs as the README does, and runs scripts that there are', async () => {
    const commands = steps.flatMap(({ run }) => run ?? [])
    expect(commands).toContain(INSTALL)
    expect(await readFile('README.md', 'utf8')).toContain(`\n\`\`\`sh\n${INSTALL} && `)
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: object }
    const named = [...commands.join('\n').matchAll(/npm run (?:--silent )?(\w+)/g)].map(([, name]) => name)
    expect(new Set(named)).toEqual(new Set(['news', 'build']))
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })

  test('keeps the folders that a build fills, and what its receivers were told', () => {
    expect(pathsOf(stepUsing('actions/cache').with)).toEqual(
      ['build', 'readings', 'pictures', 'cards'].map((name) => `.cache/${name}`),
    )
    const { path } = stepUsing('actions/cache/save').with ?? {}
    expect(path).toBe('.cache/pinged.json')
    expect(stepUsing('actions/cache/restore').with).toMatchObject({ path })
  })
})

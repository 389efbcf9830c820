import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

type Workflow = Record<string, unknown> & { on: object; jobs: { build: { steps: Step[] } } }
interface Step {
  name?: string
  run?: string
  with?: { name?: string }
}

const workflowIn = (path: string) => parse(readFileSync(path, 'utf8')) as Workflow

/** An outlet calls the program by its own scripts, and lists no packages: what made its site stands in its lock file. */
function asOutlets({ on, jobs, ...workflow }: Workflow): object {
  const { workflow_call: _, ...events } = on as { workflow_call?: unknown }
  const steps = jobs.build.steps
    .filter((step) => !step.run?.startsWith('npm sbom') && step.with?.name !== 'sbom')
    .map((step) => ({
      ...step,
      ...(step.run && {
        run: step.run.replace('npm run --silent news -- check --', 'npm run --silent check -- --'),
      }),
    }))
  return { ...workflow, on: events, jobs: { ...jobs, build: { ...jobs.build, steps } } }
}

test('an outlet publishes on GitHub Pages as the sample does', () => {
  const own = workflowIn('src/cli/create/workflows/github-pages.yml')
  expect(own).toEqual(asOutlets(workflowIn('.github/workflows/publish.yml')))
})

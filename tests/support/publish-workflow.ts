import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

export interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Workflow {
  on: Record<string, unknown>
  concurrency: Record<string, unknown>
  permissions: Record<string, string>
  jobs: Record<string, { permissions: Record<string, string>; steps: Step[] }>
}

/** The workflow that publishes the outlet on GitHub Pages. */
export const workflow = parse(await readFile('.github/workflows/publish.yml', 'utf8')) as Workflow

/** Of all of its jobs, in their order. */
export const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

/** @param action without its version @throws Error where no step uses it */
export function stepUsing(action: string): Step {
  const step = steps.find(({ uses }) => uses?.startsWith(`${action}@`))
  if (!step) throw new Error(`publish.yml does not use ${action}`)
  return step
}

/** What an action is to keep, a path a line. */
export function pathsOf(inputs: { path?: unknown } | undefined): string[] {
  return String(inputs?.path).trim().split('\n')
}

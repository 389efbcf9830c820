import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

export interface Step {
  id?: string
  if?: string
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Workflow {
  on: Record<string, unknown>
  concurrency: Record<string, unknown>
  permissions: Record<string, string>
  jobs: Record<
    string,
    { if?: string; needs?: string | string[]; permissions: Record<string, string>; steps: Step[] }
  >
}

/** The workflow that publishes the outlet on GitHub Pages. */
export const workflow = parse(await readFile('.github/workflows/publish.yml', 'utf8')) as Workflow

/** Of all of its jobs, in their order. */
export const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

/**
 * @param action without its version
 * @param key with which the key of a cache begins
 * @throws Error where no step uses it
 */
export function stepUsing(action: string, key = ''): Step {
  const step = steps.find(
    ({ uses, with: inputs }) => uses?.startsWith(`${action}@`) && String(inputs?.key ?? '').startsWith(key),
  )
  if (!step) throw new Error(`publish.yml does not use ${action} ${key}`)
  return step
}

/** @throws Error where no step has this id */
export function stepCalled(id: string): Step {
  const step = steps.find((one) => one.id === id)
  if (!step) throw new Error(`publish.yml has no step with the id ${id}`)
  return step
}

/** What an action is to keep, a path a line. */
export function pathsOf(inputs: { path?: unknown } | undefined): string[] {
  return String(inputs?.path).trim().split('\n')
}

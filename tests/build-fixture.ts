import type { TestProject } from 'vitest/node'
import { build, FIXTURE_EPOCH } from './support/build.ts'
import { chromiumPath } from './support/chromium.ts'
import { preview } from './support/preview.ts'
import { FIXTURE, FIXTURE_BASE, FIXTURE_DIST, SAMPLE, SAMPLE_DIST } from './support/sites.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Front page of each, with a slash at its end. */
    fixtureUrl: string
    sampleUrl: string
  }
}

/** Builds the fixture newsroom and the sample once for all tests, and serves both. */
export default async function setup(project: TestProject) {
  // Where there is none it is installed here: two files of tests would get in each other's way.
  chromiumPath()
  await mustBuild(SAMPLE, SAMPLE_DIST)
  await mustBuild(FIXTURE, FIXTURE_DIST, { SOURCE_DATE_EPOCH: FIXTURE_EPOCH })
  const fixture = await preview(FIXTURE_DIST, FIXTURE_BASE)
  const sample = await preview(SAMPLE_DIST)
  project.provide('fixtureUrl', fixture.url)
  project.provide('sampleUrl', sample.url)
  return async () => {
    await Promise.all([fixture.close(), sample.close()])
  }
}

async function mustBuild(newsroom: string, outDir: string, env: Record<string, string> = {}) {
  const { exitCode, output } = await build({ newsroom, outDir, env })
  if (exitCode !== 0) throw new Error(`The newsroom in ${newsroom} does not build:\n${output}`)
}

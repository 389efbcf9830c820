import type { TestProject } from 'vitest/node'
import { build, type BuildOptions, FIXTURE_EPOCH } from './support/build.ts'
import { checkOut, checkoutOf } from './support/checkout.ts'
import { chromiumPath } from './support/chromium.ts'
import { preview } from './support/preview.ts'
import {
  FIXTURE,
  FIXTURE_BASE,
  FIXTURE_DIST,
  LANGUAGES,
  LANGUAGES_DIST,
  SAMPLE,
  SAMPLE_DIST,
} from './support/sites.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Front page of each, with a slash at its end. */
    fixtureUrl: string
    languagesUrl: string
    sampleUrl: string
  }
}

/** Gives each worker a checkout, and builds and serves once what many tests look at. */
export default async function setup(project: TestProject) {
  // Where there is none it is installed here: two files of tests would get in each other's way.
  chromiumPath()
  const { maxWorkers, env } = project.config
  const checkouts = Array.from({ length: maxWorkers }, (_, i) => checkoutOf(i + 1, env.TEST_CHECKOUTS ?? ''))
  await Promise.all(checkouts.map(checkOut))
  // What the fixture's newsroom keeps of its cards and pictures goes along where tests copy it.
  await Promise.all([
    mustBuild({
      newsroom: FIXTURE,
      outDir: FIXTURE_DIST,
      cwd: '.',
      env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH },
    }),
    mustBuild({ newsroom: SAMPLE, outDir: SAMPLE_DIST, cwd: checkouts[0] }),
    mustBuild({ newsroom: LANGUAGES, outDir: LANGUAGES_DIST, cwd: checkouts.at(-1) }),
  ])
  const fixture = await preview(FIXTURE_DIST, FIXTURE_BASE)
  const languages = await preview(LANGUAGES_DIST)
  const sample = await preview(SAMPLE_DIST)
  project.provide('fixtureUrl', fixture.url)
  project.provide('languagesUrl', languages.url)
  project.provide('sampleUrl', sample.url)
  return async () => {
    await Promise.all([fixture, languages, sample].map((site) => site.close()))
  }
}

async function mustBuild(options: BuildOptions) {
  const { exitCode, output } = await build(options)
  if (exitCode !== 0) throw new Error(`The newsroom in ${options.newsroom} does not build:\n${output}`)
}

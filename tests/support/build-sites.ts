import type { TestProject } from 'vitest/node'
import { build, type BuildOptions, FIXTURE_EPOCH } from './build.ts'
import { checkOut, checkoutOf } from './checkout.ts'
import { chromiumPath } from './chromium.ts'
import { type Preview, preview } from './preview.ts'
import {
  ARABIC,
  ARABIC_DIST,
  BILINGUAL,
  BILINGUAL_BASE,
  BILINGUAL_DIST,
  FIXTURE,
  FIXTURE_BASE,
  FIXTURE_DIST,
  LANGUAGES,
  LANGUAGES_DIST,
  SAMPLE,
  SAMPLE_DIST,
} from './sites.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Front page of each, with a slash at its end. */
    fixtureUrl: string
    languagesUrl: string
    arabicUrl: string
    bilingualUrl: string
    sampleUrl: string
  }
}

interface Sites {
  fixture: Preview
  languages: Preview
  arabic: Preview
  bilingual: Preview
  sample: Preview
}

/** Of this run of Vitest, which sets up each project by a module of its own. */
const shared = globalThis as { warta?: Promise<Sites> }

/** Gives each worker a checkout, and builds and serves once what many tests look at, for all projects that ask. */
export default async function setup(project: TestProject) {
  const isFirst = shared.warta === undefined
  shared.warta ??= makeSites(project.config)
  const sites = await shared.warta
  project.provide('fixtureUrl', sites.fixture.url)
  project.provide('languagesUrl', sites.languages.url)
  project.provide('arabicUrl', sites.arabic.url)
  project.provide('bilingualUrl', sites.bilingual.url)
  project.provide('sampleUrl', sites.sample.url)
  return async () => {
    if (isFirst) await Promise.all(Object.values(sites).map((site: Preview) => site.close()))
  }
}

async function makeSites({ maxWorkers, env }: TestProject['config']): Promise<Sites> {
  // Where there is none it is installed here: two files of tests would get in each other's way.
  chromiumPath()
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
    mustBuild({ newsroom: ARABIC, outDir: ARABIC_DIST, cwd: checkouts.at(-1) }),
    mustBuild({ newsroom: BILINGUAL, outDir: BILINGUAL_DIST, cwd: checkouts[0] }),
  ])
  return {
    fixture: await preview(FIXTURE_DIST, FIXTURE_BASE),
    languages: await preview(LANGUAGES_DIST),
    arabic: await preview(ARABIC_DIST),
    bilingual: await preview(BILINGUAL_DIST, BILINGUAL_BASE),
    sample: await preview(SAMPLE_DIST),
  }
}

async function mustBuild(options: BuildOptions) {
  const { exitCode, output } = await build(options)
  if (exitCode !== 0) throw new Error(`The newsroom in ${options.newsroom} does not build:\n${output}`)
}

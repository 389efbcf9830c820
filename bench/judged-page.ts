import { chromiumPath } from '../tests/support/chromium.ts'
import type { Lighthouse, LighthouseReport } from './lighthouse-report.ts'
import { installPeers } from './peer-packages.ts'

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
/** The number of runs of a page, whose medians are printed. */
const RUNS = 3
/** Of a run: on a busy machine the recording may lack its beginning, and Lighthouse asks for another. */
const ATTEMPTS = 3

/** Lighthouse in one Chromium; its own throttling imitates a slow phone on a slow network. */
export interface Judge {
  /** What it says of a page, run by run. @throws Error when it says nothing */
  reportsOn(url: string, categories: readonly string[]): Promise<LighthouseReport[]>
  stop(): void
}

/** @param flags for Chromium, beside those of every bench */
export async function startJudge(flags: readonly string[] = []): Promise<Judge> {
  await installPeers()
  const { launch, lighthouse } = (await import('./peers/lighthouse.js')) as unknown as Lighthouse
  const chrome = await launch({ chromePath: chromiumPath(), chromeFlags: [...FLAGS, ...flags] })
  const report = async (url: string, categories: readonly string[]): Promise<LighthouseReport> => {
    let fault = 'nothing'
    for (let i = 0; i < ATTEMPTS; i++) {
      const flags = { port: chrome.port, output: 'json', logLevel: 'error' } as const
      const result = await lighthouse(url, { ...flags, onlyCategories: [...categories] })
      if (result && !result.lhr.runtimeError) return result.lhr
      fault = result?.lhr.runtimeError?.message ?? fault
    }
    throw new Error(`Lighthouse says of ${url}: ${fault}`)
  }
  return {
    async reportsOn(url, categories) {
      const reports: LighthouseReport[] = []
      for (let i = 0; i < RUNS; i++) reports.push(await report(url, categories))
      return reports
    },
    stop: () => chrome.kill(),
  }
}

/** A metric's value, in milliseconds, bytes or none, at the median of the runs. */
export function metricOf(reports: readonly LighthouseReport[], audit: string): number {
  return median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN))
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

export interface PageRequest {
  /** `Document`, `Script`, `Font`, … */
  resourceType: string
  /** Bytes over the wire, headers among them. */
  transferSize: number
}

/** What a page asked a server for. */
export function requestsOf({ audits }: LighthouseReport): PageRequest[] {
  const { details } = audits['network-requests'] ?? {}
  if (details?.type !== 'table') throw new Error('Lighthouse does not tell what was requested.')
  return details.items
    .map(({ url, resourceType, transferSize }) => ({
      url: String(url),
      resourceType: String(resourceType),
      transferSize: Number(transferSize),
    }))
    .filter(({ url }) => url.startsWith('http'))
}

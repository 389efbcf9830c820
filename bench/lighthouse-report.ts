/** What is read of Lighthouse's report. Its own types are where only the benches install them. */
export interface LighthouseReport {
  finalDisplayedUrl: string
  categories: Record<string, { score: number | null; auditRefs: { id: string }[] }>
  audits: Record<string, Audit>
  runtimeError?: { message: string }
}

interface Audit {
  title: string
  score: number | null
  numericValue?: number
  details?: { type: string; items: Record<string, unknown>[] }
}

interface LighthouseOptions {
  port: number
  output: 'json'
  logLevel: 'error'
  onlyCategories: string[]
}

/** Lighthouse, and what starts a browser for it. */
export interface Lighthouse {
  lighthouse: (url: string, options: LighthouseOptions) => Promise<{ lhr: LighthouseReport } | undefined>
  launch: (options: { chromePath: string; chromeFlags: string[] }) => Promise<{
    port: number
    kill: () => void
  }>
}

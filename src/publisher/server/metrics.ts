import type { Status } from '#publisher/status.ts'

interface Metric {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'summary'
  samples: { suffix?: string; labels?: Record<string, string>; value: number }[]
}

/**
 * What a publisher tells Prometheus, in its text format
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 * @param memory bytes of this process
 */
export function writeMetrics(status: Status, memory: number): string {
  return `${metricsOf(status, memory).map(writeMetric).join('\n')}\n`
}

function metricsOf(status: Status, memory: number): Metric[] {
  const { counts, steps, published, refused, trouble, busySince, heldBack, dueAt, startedAt } = status
  const next = heldBack.find(({ why }) => why === 'scheduled')
  const held = Map.groupBy(heldBack, ({ what, why }) => (why === 'draft' ? 'draft' : what))
  return [
    {
      name: 'warta_publications_total',
      help: 'Publications that were tried since the start, by what came of them.',
      type: 'counter',
      samples: Object.entries(counts).map(([outcome, value]) => ({ labels: { outcome }, value })),
    },
    {
      name: 'warta_publication_step_seconds',
      help: 'Seconds of each step of publications.',
      type: 'summary',
      samples: Object.entries(steps).flatMap(([step, { sum, count }]) => [
        { suffix: '_sum', labels: { step }, value: sum },
        { suffix: '_count', labels: { step }, value: count },
      ]),
    },
    gauge(
      'warta_last_publication_timestamp_seconds',
      'The moment of what readers see.',
      published && published.at / 1000,
    ),
    gauge('warta_last_publication_seconds', 'Seconds that it took.', published?.seconds),
    gauge('warta_articles', 'Articles that readers see.', published?.articles),
    {
      name: 'warta_last_commit_info',
      help: 'The commit that readers see.',
      type: 'gauge',
      samples: published?.commit ? [{ labels: { commit: published.commit.id }, value: 1 }] : [],
    },
    gauge('warta_refused', 'Whether something has to be mended before it is published.', refused ? 1 : 0),
    gauge(
      'warta_trouble',
      'Whether something is wrong with the machine, the network or the repository.',
      trouble ? 1 : 0,
    ),
    gauge('warta_busy', 'Whether a publication is under way.', busySince === undefined ? 0 : 1),
    {
      name: 'warta_held_back',
      help: 'What readers do not see yet, by what it is.',
      type: 'gauge',
      samples: ['article', 'correction', 'withdrawal', 'draft'].map((what) => ({
        labels: { what },
        value: held.get(what as 'draft')?.length ?? 0,
      })),
    },
    gauge(
      'warta_next_release_timestamp_seconds',
      'When the first of what is held back is due.',
      next && Date.parse(next.until) / 1000,
    ),
    gauge(
      'warta_next_change_timestamp_seconds',
      'When the clock alone next changes the site.',
      dueAt && dueAt / 1000,
    ),
    gauge(
      'warta_program_resident_memory_bytes',
      'Memory of the process that makes the site, after the last publication.',
      published?.memory,
    ),
    gauge('process_resident_memory_bytes', 'Memory of the publisher’s own process.', memory),
    gauge('process_start_time_seconds', 'When the publisher was started.', startedAt / 1000),
  ]
}

function gauge(name: string, help: string, value: number | undefined): Metric {
  return { name, help, type: 'gauge', samples: value === undefined ? [] : [{ value }] }
}

function writeMetric({ name, help, type, samples }: Metric): string {
  const lines = samples.map(({ suffix = '', labels = {}, value }) => {
    const pairs = Object.entries(labels).map(
      ([label, text]) =>
        `${label}="${text.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`,
    )
    return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
  })
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n')
}

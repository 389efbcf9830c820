import { join } from 'node:path'
import { deployNginx } from '../../tests/support/deployed.ts'
import { COLUMNS, type View, visit } from './visit.ts'

const KB = 1024

/**
 * What a reader fetches who reads some articles one after the other.
 * @param pages addresses of the articles of a visit, and of the first of another, with a picture
 * @param folder for nginx
 */
export async function bytesTable(
  sites: readonly { name: string; site: string }[],
  pages: { none: readonly string[]; one: string },
  folder: string,
): Promise<string> {
  const rows: string[] = []
  for (const { name, site } of sites) {
    const nginx = await deployNginx(site, { at: folder })
    try {
      const certificate = join(folder, 'certificate.pem')
      const read = await visit(
        pages.none.map((path) => nginx.origin + path),
        certificate,
      )
      const [pictured] = await visit([nginx.origin + pages.one], certificate)
      const views = [
        ...read.map((view, i) => [`${i + 1}, no picture`, view] as const),
        ['1, with one', pictured] as const,
      ]
      for (const [article, view] of views)
        if (view) rows.push(`| ${name} | ${article} | ${cells(view).join(' | ')} |`)
    } finally {
      await nginx.stop()
    }
  }
  const head = ['page', 'article', 'requests', ...COLUMNS.map((column) => `${column}, KB`), 'all, KB']
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, i) => (i < 2 ? '---' : '--:')).join('|')}|`,
    ...rows,
  ].join('\n')
}

function cells({ requests, bytes }: View): string[] {
  const all = Object.values(bytes).reduce((sum, some) => sum + some, 0)
  return [
    String(requests),
    ...[...COLUMNS.map((column) => bytes[column] ?? 0), all].map((size) => (size / KB).toFixed(1)),
  ]
}

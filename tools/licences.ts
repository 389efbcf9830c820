import { execFileSync } from 'node:child_process'
import { LOCKED_FOLDERS } from './locked-folders.ts'

/** The part of a CycloneDX 1.5 bill of materials, as `npm sbom` writes it, that is read here. */
interface Bill {
  components: {
    name: string
    version: string
    licenses?: { expression?: string; license?: { id?: string; name?: string } }[]
  }[]
}

const packages = LOCKED_FOLDERS.flatMap(componentsOf).map(({ name, version, licenses = [] }) => ({
  label: `${name}@${version}`,
  licence: licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name).join(', '),
}))

/** The usual licences are of hundreds of packages, and are counted; of the others each package is named. */
const MOST_NAMED = 30

for (const [licence, of] of Object.entries(Object.groupBy(packages, ({ licence }) => licence)).sort()) {
  const labels = new Set((of ?? []).map(({ label }) => label))
  const named = labels.size <= MOST_NAMED ? `: ${[...labels].sort().join(' ')}` : ''
  console.log(`${licence || 'told in no package.json'} (${labels.size})${named}`)
}

/** What the lockfile of a folder names. */
function componentsOf(folder: string): Bill['components'] {
  const bill = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return (JSON.parse(bill) as Bill).components
}

import { text } from 'node:stream/consumers'

/** The part of a CycloneDX 1.5 bill of materials, as `npm sbom` writes it, that is read here. */
interface Bill {
  components: {
    name: string
    version: string
    licenses?: { expression?: string; license?: { id?: string; name?: string } }[]
  }[]
}

const { components } = JSON.parse(await text(process.stdin)) as Bill
const packages = components.map(({ name, version, licenses = [] }) => ({
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

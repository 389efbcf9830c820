import { z } from 'astro/zod'

/** The keys that a schema knows for the object at `path`; none where there is no object. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const shape = unwrapped(schemaAt(schema, path))
  return shape instanceof z.ZodObject ? Object.keys(shape.shape) : []
}

/** Whether what stands at `path` may be left out: a field that need not be there, or an item of a list. */
export function isOptional(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  if (typeof path.at(-1) === 'number') return true
  const own = schemaAt(schema, path)
  return own instanceof z.ZodType && own.safeParse(undefined).success
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => {
    const shape = unwrapped(at)
    if (shape instanceof z.ZodObject) return shape.shape[String(step)]
    return shape instanceof z.ZodArray ? shape.element : undefined
  }, schema)
}

/** The schema within those that only say what stands for nothing. */
function unwrapped(schema: unknown): unknown {
  let inner = schema
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap()
  }
  return inner
}

import { z } from 'astro/zod'

/** The keys that a schema knows for the object at `path`; none where there is no object. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let shape: unknown = unwrapped(schema)
  for (const step of path) {
    if (shape instanceof z.ZodObject) shape = unwrapped(shape.shape[String(step)])
    else if (shape instanceof z.ZodArray) shape = unwrapped(shape.element)
  }
  return shape instanceof z.ZodObject ? Object.keys(shape.shape) : []
}

/** The schema within those that only say what stands for nothing. */
function unwrapped(schema: unknown): unknown {
  let inner = schema
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap()
  }
  return inner
}

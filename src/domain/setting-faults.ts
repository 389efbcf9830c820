import type { z } from 'astro/zod'
import { knownKeys } from './known-keys.ts'
import { nearest } from './nearest.ts'

/** What is wrong with one key of a config, as a sentence that names it, and how to mend it. */
export interface SettingFault {
  path: readonly PropertyKey[]
  message: string
}

/** Every bad key of a config at once. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  readonly faults: readonly SettingFault[]

  constructor(file: string, faults: readonly SettingFault[]) {
    super(`${file} cannot be used:\n${faults.map(({ message }) => `  ${message}`).join('\n')}`)
    this.faults = faults
  }
}

interface Settings {
  file: string
  whole: string
  renamed?: (path: readonly PropertyKey[]) => string | undefined
}

/**
 * A config as its schema makes it: checked, with every default filled in.
 * @param whole what the config is called where it is none at all, "the config" say
 * @param renamed says what a key is called that is a setting no more; undefined for one that never was
 * @throws SettingsError
 */
export function parseSettings<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  { file, whole, renamed = () => undefined }: Settings,
): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new SettingsError(
    file,
    result.error.issues.flatMap((issue) => describe(issue, { schema, input, whole, renamed })),
  )
}

function describe(
  issue: z.core.$ZodIssue,
  { schema, input, whole, renamed }: { schema: z.ZodType; input: unknown } & Required<Omit<Settings, 'file'>>,
): SettingFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key]
      const otherwise = renamed(path)
      if (otherwise) return { path, message: otherwise }
      const known = nearest(key, knownKeys(schema, issue.path))
      const advice = known ? ` Did you mean "${known}"?` : ''
      return { path, message: `"${path.join('.')}" is not a setting.${advice}` }
    })
  }
  const key = issue.path.join('.') || whole
  const value = issue.path.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
    input,
  )
  const { path } = issue
  if (value === undefined) return [{ path, message: `"${key}" is missing.` }]
  const own = issue.message.startsWith('must')
  const wanted = issue.code === 'invalid_type' && !own ? `must be of type ${issue.expected}` : issue.message
  return [{ path, message: `"${key}" is ${JSON.stringify(value)}, but ${wanted}.` }]
}

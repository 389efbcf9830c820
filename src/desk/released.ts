import { isWithdrawn } from '#domain/publication.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import { readBody } from '#markdown/read-body.ts'
import type { Source } from './source.ts'

interface Clock {
  timeZone: string
  at: Date
}

/** The fields that a withdrawn article keeps. Some are required, though its notice does not show them. */
const KEPT = [
  'title',
  'description',
  'category',
  'authors',
  'publishedAt',
  'lang',
  'aliases',
  'withdrawn',
] as const

/**
 * An article as a build may use it at a moment: without corrections and without a
 * withdrawal of a later moment. A withdrawn article has only what its notice
 * needs. The front matter must have passed the schema.
 */
export function releasedAt(source: Source, clock: Clock): Source {
  if (isWithdrawnAt(source, clock)) {
    const data = Object.fromEntries(
      KEPT.flatMap((key) => (key in source.data ? [[key, source.data[key]]] : [])),
    )
    return { ...source, data, body: '', parts: () => readBody('') }
  }
  const { withdrawn: toCome, corrections, ...data } = source.data
  const all = list(corrections)
  const come = all.filter(({ at }) => hasCome(at, clock))
  const isAllShown = corrections === undefined || (come.length > 0 && come.length === all.length)
  if (toCome === undefined && isAllShown) return source
  return { ...source, data: come.length > 0 ? { ...data, corrections: come } : data }
}

/** An entry of live coverage as a build may use it at a moment; of one that was taken back only when it came, and why it went. */
export function releasedEntryAt(source: Source, clock: Clock): Source {
  const { withdrawn, ...data } = source.data
  if (withdrawn === undefined) return source
  if (!isWithdrawnAt(source, clock)) return { ...source, data }
  const kept = { ...(data.at !== undefined && { at: data.at }), withdrawn }
  return { ...source, data: kept, body: '', parts: () => readBody('') }
}

/** Whether readers may see all that an article's file holds. */
export function isWholeAt(source: Source, { timeZone, at }: Clock): boolean {
  const { length } = list(source.data.corrections)
  const changes = changesOf(source, timeZone)
  // A correction whose date cannot be read is not among the changes, and is not shown.
  return !source.data.withdrawn && changes.length === length && changes.every(({ moment }) => moment <= at)
}

/** Whether an article's file says that it has been taken back by that moment. */
export function isWithdrawnAt(source: Source, { timeZone, at }: Clock): boolean {
  const moment = withdrawalOf(source, timeZone)
  return moment !== undefined && isWithdrawn({ withdrawn: { at: moment } }, at)
}

/** The corrections and the withdrawal that a file names, each with its moment; those whose date cannot be read are not among them. */
export function changesOf(
  source: Source,
  timeZone: string,
): { what: 'correction' | 'withdrawal'; moment: Date }[] {
  const withdrawal = withdrawalOf(source, timeZone)
  return [
    ...list(source.data.corrections).flatMap(({ at }) => {
      const moment = parseMoment(String(at), timeZone)
      return moment ? [{ what: 'correction', moment } as const] : []
    }),
    ...(withdrawal ? [{ what: 'withdrawal', moment: withdrawal } as const] : []),
  ]
}

function withdrawalOf({ data }: Source, timeZone: string): Date | undefined {
  const withdrawn = data.withdrawn as { at?: unknown } | null | undefined
  return withdrawn ? parseMoment(String(withdrawn.at), timeZone) : undefined
}

function hasCome(text: unknown, { timeZone, at }: Clock): boolean {
  const moment = parseMoment(String(text), timeZone)
  return moment !== undefined && moment <= at
}

function list(value: unknown): { at?: unknown }[] {
  return Array.isArray(value) ? value : []
}

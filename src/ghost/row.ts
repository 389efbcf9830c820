import { parseMoment } from '#domain/zoned-time.ts'
import type { Row } from './export-parser.ts'

/** A field as text: empty for null and for what is neither text nor number. */
export function text(row: Row | undefined, name: string): string {
  const value = row?.[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Fields of an object in a card. */
export function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {}
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A date as Ghost's databases write it: ISO, SQL's in UTC, or milliseconds. */
export function moment(row: Row, name: string): Date | undefined {
  const value = row[name]
  if (typeof value === 'number') return parseMoment(dateText(value), 'UTC')
  return typeof value === 'string' && value ? parseMoment(value, 'UTC') : undefined
}

function dateText(milliseconds: number): string {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

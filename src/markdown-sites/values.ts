import type { Fields } from './front-matter.ts'

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text or a number as text; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

/** What a thing is called: itself, or one of its own fields. */
export function nameOf(value: unknown): string {
  if (!isFields(value)) return textOf(value)
  return (
    ['name', 'title', 'display_name', 'id', 'slug'].map((name) => textOf(value[name])).find(Boolean) ?? ''
  )
}

/**
 * The names in a list, or in a text with commas between them.
 * @param byBlanks whether a text without commas has blanks between them, as Jekyll reads it
 */
export function namesIn(value: unknown, byBlanks = false): string[] {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean)
  const text = nameOf(value)
  const parts = text.includes(',') ? text.split(',') : byBlanks ? text.split(/\s+/) : [text]
  return parts.map((part) => part.trim()).filter(Boolean)
}

export function isYes(value: unknown): boolean {
  return value === true || /^(true|yes|1)$/i.test(textOf(value))
}

export function isNo(value: unknown): boolean {
  return value === false || /^(false|no)$/i.test(textOf(value))
}

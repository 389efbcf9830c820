import { type Fitting, fieldJudge } from '#domain/field-faults.ts'

type Fields = Record<string, unknown>

/** Without them there is no article: they are cleaned, not left out. */
const NEEDED = new Set(['title', 'description', 'name', 'category', 'authors', 'publishedAt'])

/**
 * Gives back fields that fit their schema: text that does not is rid of what
 * nobody sees, and any other value is left out. `onLost` is called with each field.
 */
export function fieldFitter(
  timeZone: string,
): (fitting: Fitting, fields: Fields, onLost: (field: string) => void) => Fields {
  const faultsOf = fieldJudge(timeZone)
  return (fitting, fields, onLost) => {
    let fit = fields
    // Removing an item moves those behind it, so that they are judged again.
    for (;;) {
      const [path] = faultsOf(fitting, fit)
      const [key, place] = path ?? []
      if (typeof key !== 'string') break
      const value = fit[key]
      onLost(key)
      if (NEEDED.has(key)) {
        if (typeof value !== 'string' || value === seen(value)) break
        fit = { ...fit, [key]: seen(value) }
      } else if (Array.isArray(value) && typeof place === 'number' && value.length > 1) {
        fit = { ...fit, [key]: value.filter((_, i) => i !== place) }
      } else {
        const { [key]: _, ...rest } = fit
        fit = rest
      }
    }
    return fit
  }
}

/** A text without format signs, private characters and halves of characters. */
function seen(text: string): string {
  return text.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim()
}

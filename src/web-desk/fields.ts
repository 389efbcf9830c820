import type { Field } from '@sveltia/cms'
import type { z } from 'astro/zod'
import type { Dictionary } from '#i18n/texts.ts'
import type { FieldText } from '#i18n/web-desk/texts.ts'
import { type LanguageSite, languageOptions } from './languages.ts'
import { hasFields, merged, type Node, nodeOf } from './schema-node.ts'

/** The collection of each folder that fields name files of, and the field that an author knows such a file by. */
export type Referred = ReadonlyMap<string, { collection: string; identifier: string }>

/** What the fields of all collections have in common. */
interface FormContext {
  t: Dictionary
  site: LanguageSite
  referred: Referred
}

/** Characters from which a text gets a box of several lines. */
const LONG = 200
/** Keeps the zone, as a date without one would be read in the outlet's. */
const MOMENT = 'YYYY-MM-DDTHH:mm:ssZ'
const PICTURES = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic,image/heif'

/**
 * A form for what a schema takes: a field for each key, in the schema's order.
 * @throws Error for a key that no text names, and a text that names no key.
 */
export function fieldsFor(schema: z.ZodType, texts: Record<string, FieldText>, context: FormContext) {
  return fieldsOf(nodeOf(schema), texts, context)
}

function fieldsOf(node: Node, texts: Record<string, FieldText>, context: FormContext): Field[] {
  const { properties = {}, required = [] } = merged(node)
  const unknown = Object.keys(texts).filter((name) => !(name in properties))
  if (unknown.length > 0) throw new Error(`The web desk has texts for no field: ${unknown.join(', ')}`)
  return Object.entries(properties).map(([name, property]) => {
    const text = texts[name]
    if (text === undefined) throw new Error(`The web desk has no text for the field "${name}"`)
    const { label, hint, inForm } = text
    const hints = [hint, inForm].filter((part) => part !== undefined)
    return {
      name,
      label,
      ...(hints.length > 0 && { hint: hints.join(' ') }),
      required: required.includes(name),
      ...widgetFor(name, property, text, context),
    }
  })
}

type Widget = { widget: string } & Record<string, unknown>

function widgetFor(name: string, node: Node, text: FieldText, context: FormContext): Widget {
  const item = node.items
  if (item?.folder !== undefined) {
    return { ...relation(item.folder, context), multiple: true, min: node.minItems }
  }
  if (item !== undefined) {
    const fields = hasFields(item) ? fieldsOf(item, text.fields ?? {}, context) : undefined
    return { widget: 'list', ...(fields && { fields }) }
  }
  if (hasFields(node)) return { widget: 'object', fields: fieldsOf(node, text.fields ?? {}, context) }
  if (node.folder !== undefined) return relation(node.folder, context)
  if (node.enum) return choice(node, name, context)
  return plainWidget(node, context)
}

function plainWidget({ type, format, maxLength, minimum, maximum }: Node, context: FormContext): Widget {
  const { t } = context
  if (format === 'date-time') return { widget: 'datetime', format: MOMENT }
  if (format === 'image') return { widget: 'image', accept: PICTURES, choose_url: false }
  if (format === 'language') return { widget: 'select', options: languageOptions(context.site) }
  if (format === 'color') return { widget: 'color' }
  if (type === 'boolean') {
    // No switch: it would show a key that is not in a file as off, and write it.
    return {
      widget: 'select',
      options: [
        { label: t.webDesk.yes, value: true },
        { label: t.webDesk.no, value: false },
      ],
    }
  }
  if (type === 'integer') return { widget: 'number', value_type: 'int', min: minimum, max: maximum }
  if (type === 'number') return { widget: 'number', value_type: 'float', min: minimum, max: maximum }
  return (maxLength ?? 0) > LONG
    ? { widget: 'text', maxlength: maxLength }
    : { widget: 'string', maxlength: maxLength, use_emoji_autocomplete: false }
}

function relation(folder: string, { referred }: FormContext): Widget {
  const of = referred.get(folder)
  if (of === undefined) throw new Error(`The web desk has no collection of ${folder}`)
  return {
    widget: 'relation',
    collection: of.collection,
    value_field: '{{slug}}',
    display_fields: [of.identifier],
    search_fields: [of.identifier],
  }
}

function choice(node: Node, name: string, { t }: FormContext): Widget {
  const labels: Record<string, Record<string, string>> = {
    kind: t.kinds,
    role: t.roles,
    priority: t.webDesk.priorities,
    state: t.live.states,
  }
  const options = (node.enum ?? []).map((value) => ({ value, label: labels[name]?.[value] ?? value }))
  return { widget: 'select', options }
}

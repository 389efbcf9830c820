import { escapeHtml } from '#moving-in/html.ts'
import type { EntryRecord } from '#moving-in/record.ts'
import { parseMoment } from '#domain/zoned-time.ts'

/** The fields of a record; all but `title` and `html` may be missing. */
const FIELDS = [
  'id',
  'kind',
  'title',
  'slug',
  'url',
  'aliases',
  'status',
  'date',
  'updated',
  'description',
  'html',
  'authors',
  'category',
  'tags',
  'image',
  'image_alt',
  'image_caption',
  'language',
] as const

type Field = (typeof FIELDS)[number]

/** What keeps a record from being read: a field of another name, one that is missing, a moment that is none. */
export function faultOf(record: Record<string, unknown>, timeZone: string): string | undefined {
  const other = Object.keys(record).find((name) => !(FIELDS as readonly string[]).includes(name))
  if (other !== undefined) return `there is no field "${other}": the fields are ${FIELDS.join(', ')}`
  const { text } = fieldsOf(record)
  if (text('title') === '' && text('html') === '') return 'it has neither "title" nor "html"'
  if (!['', 'article', 'page'].includes(text('kind')))
    return `"kind" is article or page, not "${text('kind')}"`
  if (!['', 'public', 'draft'].includes(text('status')))
    return `"status" is public or draft, not "${text('status')}"`
  const wrong = (['date', 'updated'] as const).find(
    (name) => text(name) !== '' && !parseMoment(text(name), timeZone),
  )
  return wrong && `"${wrong}" is no date like 2021-03-04 08:15: "${text(wrong)}"`
}

/** The entry of a record that has no fault. Whether it is still to come is seen at `now`. */
export function entryOf(record: Record<string, unknown>, timeZone: string, now: Date): EntryRecord {
  const { text, list } = fieldsOf(record)
  const [date, updated] = (['date', 'updated'] as const).map((name) => parseMoment(text(name), timeZone))
  const category = text('category')
  return {
    record: 'entry',
    kind: text('kind') === 'page' ? 'page' : 'article',
    id: text('id'),
    title: escapeHtml(text('title')),
    // An address with a query names no words.
    slug: text('slug') || (text('url').includes('?') ? text('title') : ''),
    oldAddresses: [text('url'), ...list('aliases')].filter(Boolean),
    status: text('status') === 'draft' ? 'draft' : date && date > now ? 'scheduled' : 'public',
    publishedAt: date,
    modifiedAt: updated,
    updatedAt: updated,
    description: escapeHtml(text('description')),
    authors: list('authors').map((name) => ({ id: name, name })),
    category: category === '' ? undefined : { id: category.toLowerCase(), name: category },
    tags: list('tags').map((name) => ({ name })),
    lead: text('image')
      ? { address: text('image'), alt: text('image_alt'), caption: text('image_caption') }
      : undefined,
    language: text('language') || undefined,
    comments: [],
    feedId: '',
    shows: [],
    notes: [],
    body: () => ({ html: text('html'), linesMatter: false, notes: [] }),
  }
}

/** Lists are lists, or texts with semicolons between their parts. */
function fieldsOf(record: Record<string, unknown>) {
  const text = (name: Field) => {
    const value = record[name]
    return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  }
  const list = (name: Field) => {
    const value = record[name]
    const parts = Array.isArray(value) ? value.map(String) : text(name).split(';')
    return parts.map((part) => part.trim()).filter(Boolean)
  }
  return { text, list }
}

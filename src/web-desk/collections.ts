import type { CollectionFile, EntryCollection, Field } from '@sveltia/cms'
import type { z } from 'astro/zod'
import { linksFor } from '#domain/links.ts'
import { breakingSchema } from '#domain/breaking.ts'
import { entrySchema, LIVE_STATES } from '#domain/live/live-schema.ts'
import { articleSchema, authorSchema, categorySchema, pageSchema, seriesSchema } from '#domain/schema.ts'
import type { Site } from '#domain/site.ts'
import type { Dictionary } from '#i18n/texts.ts'
import { fieldsFor, type Referred } from './fields.ts'
import { image } from './schema-node.ts'

/** Files that others name: by folder, the collection that they are and the field that people know one by. */
const REFERRED: Referred = new Map([
  ['articles/', { collection: 'articles', identifier: 'title' }],
  ['src/content/authors/', { collection: 'authors', identifier: 'name' }],
  ['src/content/categories/', { collection: 'categories', identifier: 'name' }],
  ['src/content/series/', { collection: 'series', identifier: 'title' }],
])

/** For fields that every file has: Sveltia CMS writes a default into files, too, that leave the key out. */
const NOW = { default: '{{now}}' }

const OF_ARTICLES: Record<string, object> = { publishedAt: NOW }

/** An entry that lies beside no article names its coverage, and the moment at which it was begun, whatever its author's zone. */
const OF_NAMED_ENTRIES: Record<string, object> = {
  // Also what has ended: its entries are corrected here.
  coverage: { required: true, filters: [{ field: 'live.state', values: [...LIVE_STATES] }] },
  at: { required: true, ...NOW },
}

/** What every article needs comes before what few do. */
const ORDER = ['title', 'description', 'category', 'authors', 'publishedAt', 'draft', 'image', 'body', 'tags']
const ENTRY_ORDER = ['coverage', 'title', 'body', 'image', 'key', 'pinned', 'at']

/** Fields that an outlet of one language has no use for. */
const OF_LANGUAGES: Record<string, string> = {
  authors: 'languages',
  categories: 'languages',
  series: 'languages',
  pages: 'translationOf',
}

const SLUG = '{{slug}}'

/** The newsroom's folders as the desk shows them. */
export function collectionsFor(site: Site, t: Dictionary): EntryCollection[] {
  const { collections, articleFolders, entriesBeside, slugHint, slugFault, drafts, byYear } = t.webDesk
  const links = linksFor(site)
  const form = (name: keyof typeof collections, schema: z.ZodType) => ({
    name,
    label: collections[name].label,
    label_singular: collections[name].one,
    fields: fieldsFor(schema, collections[name].fields, { t, site, referred: REFERRED }).filter(
      (field) => site.languages.length > 0 || field.name !== OF_LANGUAGES[name],
    ),
    // Where the pictures lie: beside the file.
    media_folder: '',
    public_folder: '.',
  })
  // Sveltia CMS puts no base before it, and wants no slash.
  const shownAt = (path: string) => decodeURI(path).slice(1)
  const slug = (template: string) => ({
    template,
    editable: ['create' as const],
    hint: slugHint,
    pattern: ['^[a-z0-9]+(-[a-z0-9]+)*$', slugFault] as [string, string],
  })
  const draftsFilter = { label: drafts, field: 'draft', pattern: true }
  const data = { extension: 'yml', format: 'yaml' }

  const articles = form('articles', articleSchema({ image, timeZone: site.timeZone }))
  const article = {
    ...articles,
    fields: inOrder(ORDER, [...articles.fields, bodyField(t)]).map((field): Field => ({
      ...field,
      ...OF_ARTICLES[field.name],
    })),
    folder: 'articles',
    slug: slug('{{title}}'),
    preview_path: shownAt(links.article({ slug: SLUG, category: { slug: '{{category}}' }, lang: undefined })),
    thumbnail: 'image.src',
    sortable_fields: {
      fields: ['publishedAt', 'title'],
      default: { field: 'publishedAt', direction: 'descending' as const },
    },
    view_filters: [draftsFilter],
    view_groups: [{ label: byYear, field: 'publishedAt', pattern: '\\d{4}' }],
  }
  const pages = form('pages', pageSchema)
  const entries = form('entries', entrySchema({ image, timeZone: site.timeZone }))
  const entry = {
    ...entries,
    fields: inOrder(ENTRY_ORDER, [...entries.fields, bodyField(t)]),
    icon: 'bolt',
    identifier_field: 'title',
    view_filters: [draftsFilter],
  }
  return [
    // The desk lays the pictures of `x.md` into a folder `x` beside it.
    { ...article, icon: 'article', path: '{{year}}/{{month}}/{{slug}}', public_folder: `./${SLUG}` },
    {
      ...article,
      name: 'article-folders',
      label: articleFolders,
      icon: 'folder',
      path: '{{year}}/{{month}}/{{slug}}/index',
      create: false,
    },
    {
      ...entry,
      name: 'live',
      fields: entry.fields.map((field): Field => ({ ...field, ...OF_NAMED_ENTRIES[field.name] })),
      folder: 'src/content/live',
      // Seconds, as two authors may write within one minute.
      slug: '{{year}}-{{month}}-{{day}}-{{hour}}{{minute}}{{second}}',
      summary: '{{coverage}} {{slug}} {{title}}',
    },
    {
      ...entry,
      label: entriesBeside,
      fields: entry.fields.filter(({ name }) => name !== 'coverage'),
      folder: 'articles',
      // The CMS cannot lay a new one beside an article.
      path: '{{year}}/{{month}}/{{title}}/live/{{slug}}',
      create: false,
      summary: '{{slug}} {{title}}',
    },
    {
      ...form('authors', authorSchema({ image })),
      ...data,
      icon: 'person',
      folder: 'src/content/authors',
      identifier_field: 'name',
      slug: slug('{{name}}'),
      preview_path: shownAt(links.author(SLUG)),
      delete: false,
    },
    {
      ...form('categories', categorySchema),
      ...data,
      icon: 'category',
      folder: 'src/content/categories',
      identifier_field: 'name',
      slug: slug('{{name}}'),
      preview_path: shownAt(links.category(SLUG)),
      delete: false,
    },
    {
      ...form('series', seriesSchema({ image })),
      ...data,
      icon: 'format_list_numbered',
      folder: 'src/content/series',
      slug: slug('{{title}}'),
      preview_path: shownAt(links.series(SLUG)),
      delete: false,
    },
    {
      ...pages,
      fields: [...pages.fields, bodyField(t)],
      icon: 'description',
      folder: 'src/content/pages',
      slug: slug('{{title}}'),
      preview_path: shownAt(links.staticPage(SLUG)),
      view_filters: [draftsFilter],
    },
  ]
}

/** Files of which an outlet has one. */
export function singletonsFor(site: Site, t: Dictionary): CollectionFile[] {
  const { label, fields } = t.webDesk.breaking
  return [
    {
      name: 'breaking',
      label,
      icon: 'campaign',
      file: 'src/content/breaking.yml',
      fields: fieldsFor(breakingSchema(site.timeZone), fields, { t, site, referred: REFERRED }),
    },
  ]
}

function inOrder(order: readonly string[], fields: Field[]): Field[] {
  const place = ({ name }: Field) => (order.includes(name) ? order.indexOf(name) : order.length)
  return fields.toSorted((a, b) => place(a) - place(b))
}

/** The text below the front matter. */
function bodyField(t: Dictionary): Field {
  return {
    name: 'body',
    ...t.webDesk.body,
    widget: 'markdown',
    // A draft may yet be empty.
    required: false,
    // No first heading: that is the headline.
    buttons: [
      ...(['bold', 'italic', 'link', 'heading-two', 'heading-three', 'heading-four'] as const),
      ...(['quote', 'bulleted-list', 'numbered-list'] as const),
    ],
    // Of blocks/; the CMS's own picture has no caption and no credit.
    editor_components: ['gallery', 'picture', 'pull-quote', 'typed-table'],
    use_emoji_autocomplete: false,
  }
}

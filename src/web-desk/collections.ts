import type { EntryCollection, Field } from '@sveltia/cms'
import type { z } from 'astro/zod'
import { linksFor } from '#domain/links.ts'
import { articleSchema, authorSchema, categorySchema, pageSchema, seriesSchema } from '#domain/schema.ts'
import type { Site } from '#domain/site.ts'
import type { Dictionary } from '#i18n/texts.ts'
import { fieldsFor, type Referred } from './fields.ts'
import { image } from './schema-node.ts'

/** Files that others name: by folder, the collection that they are and the field that people know one by. */
const REFERRED: Referred = new Map([
  ['src/content/authors/', { collection: 'authors', identifier: 'name' }],
  ['src/content/categories/', { collection: 'categories', identifier: 'name' }],
  ['src/content/series/', { collection: 'series', identifier: 'title' }],
])

/** Of fields that every file has: Sveltia CMS writes a default into files, too, that leave the key out. */
const DEFAULTS: Record<string, object> = { publishedAt: { default: '{{now}}' } }

/** What every article needs comes before what few do. */
const ORDER = ['title', 'description', 'category', 'authors', 'publishedAt', 'draft', 'image', 'body', 'tags']

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
  const { collections, articleFolders, slugHint, slugFault, drafts, byYear } = t.webDesk
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
    fields: inOrder([...articles.fields, bodyField(t)]).map((field): Field => ({
      ...field,
      ...DEFAULTS[field.name],
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

function inOrder(fields: Field[]): Field[] {
  const place = ({ name }: Field) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
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

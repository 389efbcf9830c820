import { toMarkdown } from 'mdast-util-to-markdown'
import { Document } from 'yaml'
import { buildMoment } from '#desk/moment.ts'
import { ICON_FILES } from '#domain/icon-files.ts'
import { slugify } from '#domain/slug.ts'
import { isoInZone } from '#domain/zoned-time.ts'
import { isOwnLanguage } from '#i18n/dictionary.ts'
import { en } from '#i18n/en.ts'
import { startTexts } from '#i18n/start-texts.ts'
import { drawIcon } from '#icons/draw-icon.ts'
import { HOSTS } from './hosts.ts'
import { commentsOf, type Outlet, textsOf } from './outlet.ts'
import { starterTextsIn } from './texts/starter-texts.ts'

/** Files by their paths from the outlet's folder, with slashes. */
export type Files = Record<string, string | Uint8Array>

/** The colours of the first sections, each dark enough to be read on white. */
const COLOURS = ['#8b1a1a', '#1a4f8b', '#1f6b3a', '#8a4b08', '#5b2a86', '#0f5f6b', '#7a1f5c', '#4a5a1a']

/** What an outlet says of itself: articles, people, sections, pages, settings, icons. */
export async function newsroomFiles(outlet: Outlet): Promise<Files> {
  const { name, locale, timeZone, articleLanguage } = outlet
  const texts = textsOf(outlet)
  const sections = outlet.sections.map((section) => ({ name: section, slug: slugify(section) }))
  const people = outlet.people.map((person) => ({ name: person, slug: slugify(person) }))
  const now = isoInZone(buildMoment(), timeZone).slice(0, 16)
  const { article, about } = texts
  const named = (text: string) => text.replaceAll('{name}', () => name)
  const namedBody = (text: string) => text.replaceAll('{name}', () => inMarkdown(name))
  const files: Files = {
    [`articles/${now.slice(0, 4)}/${now.slice(5, 7)}/${article.slug}.md`]: markdown(
      {
        title: named(article.title),
        description: named(article.description),
        category: sections[0]?.slug,
        authors: [people[0]?.slug],
        publishedAt: now,
        // Where there is no text in the outlet's language, it says so.
        ...(starterTextsIn(articleLanguage) !== texts && { lang: languageOf(outlet) }),
      },
      namedBody(article.body),
    ),
    [`src/content/pages/${about.slug}.md`]: markdown(
      { title: about.title, description: named(about.description) },
      namedBody(about.body),
    ),
    'src/site.config.ts': configOf(outlet, sections, texts),
    // A chrome that the program has no words for begins with English ones.
    ...(!isOwnLanguage(locale) && { [`src/texts/${baseOf(locale)}.ts`]: startTexts(en, baseOf(locale)) }),
  }
  for (const [i, section] of sections.entries()) {
    const fields = { name: section.name, order: i + 1, colour: COLOURS[i % COLOURS.length] }
    files[`src/content/categories/${section.slug}.yml`] = yaml(fields)
  }
  for (const person of people) files[`src/content/authors/${person.slug}.yml`] = yaml({ name: person.name })
  for (const file of ICON_FILES) files[`public/${file}`] = await drawIcon(file, { name, locale })
  return files
}

/** A language's tag without what it says of digits and calendars. */
function baseOf(locale: string): string {
  return new Intl.Locale(locale).baseName
}

/** The language of the texts that an outlet begins with, where they are not in its articles'. */
function languageOf({ locale }: Outlet): string {
  return starterTextsIn(locale) ? locale : 'en'
}

function configOf(
  outlet: Outlet,
  sections: readonly { slug: string }[],
  { about, archive }: ReturnType<typeof textsOf>,
): string {
  const comments = commentsOf(outlet.comments)
  const { compresses, limits } = HOSTS[outlet.host]
  const settings: [string, unknown][] = [
    ['name', outlet.name],
    ['tagline', outlet.tagline],
    ['url', outlet.url],
    ['locale', outlet.locale],
    ['timeZone', outlet.timeZone],
    ['articleLanguage', outlet.articleLanguage],
    ['menu', sections.map(({ slug }) => slug)],
    [
      'footerLinks',
      [
        { label: about.label, href: `/${about.slug}/` },
        { label: archive, href: '/archive/' },
      ],
    ],
    ['frontPage', { sections: sections.map(({ slug }) => ({ category: slug })) }],
    ...(compresses ? [] : [['precompressed', true] as [string, unknown]]),
    ...(limits === 'own' ? [] : [['publish', { host: limits }] as [string, unknown]]),
    ...(comments ? [['comments', comments] as [string, unknown]] : []),
  ]
  const lines = settings.map(([key, value]) => `  ${key}: ${literal(value)},`)
  return `import { defineSite } from 'warta/site'\n\nexport default defineSite({\n${lines.join('\n')}\n})\n`
}

/** A value as TypeScript, on one line, texts in single quotes. */
function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${literal(inner)}`)
  return `{ ${entries.join(', ')} }`
}

/** A text as it stands within a paragraph of Markdown. */
export function inMarkdown(text: string): string {
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: text }] }).trim()
}

function markdown(fields: object, body: string): string {
  return `---\n${yaml(fields)}---\n\n${body}`
}

function yaml(fields: object): string {
  return new Document(fields).toString({ lineWidth: 0 })
}

import type { Item } from './item.ts'

/** Types that hold WordPress's own settings and layout, and no article. */
const OF_WORDPRESS = new Set([
  'nav_menu_item',
  'revision',
  'custom_css',
  'customize_changeset',
  'oembed_cache',
  'user_request',
  'wp_template',
  'wp_template_part',
  'wp_global_styles',
  'wp_navigation',
  'wp_font_family',
  'wp_font_face',
])

/** Why an item becomes neither article nor page; undefined when it does. */
export function whySkipped({ type, status }: Item, articleTypes: ReadonlySet<string>): string | undefined {
  if (type === 'attachment') return 'an upload: it comes with the article that shows it'
  if (type === 'wp_block') return 'a block for many posts: it stands in each that names it'
  if (OF_WORDPRESS.has(type)) return `WordPress's own (${type})`
  if (type !== 'post' && type !== 'page' && type !== '' && !articleTypes.has(type))
    return `of the type "${type}", which a theme or plug-in made; --as-articles ${type} imports it`
  if (status === 'trash') return 'in the bin'
  if (status === 'auto-draft') return 'an empty draft that WordPress made'
  if (status === 'inherit') return 'an older version of a post'
  return undefined
}

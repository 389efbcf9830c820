import { escapeHtml } from '#moving-in/html.ts'
import type { KnownUploads, Upload } from '#moving-in/record.ts'
import { addressOf, builderHtml, isOfBuilder } from './builders.ts'
import { replaceLiterals } from './literals.ts'
import { replaceShortcodes, type Shortcode, type Unwrapped } from './shortcodes.ts'
import { POST_SITES, VIDEO_SITES } from './video-sites.ts'

export interface ShortcodeContext extends KnownUploads {
  /** Told of each that is kept as text. */
  onUnknown: (name: string) => void
  /** Told of each of a theme or plug-in that went, while what it encloses stays. */
  onUnwrapped: (name: string) => void
}

const NOTES = new Set(['mfn', 'efn_note', 'fn', 'footnote', 'footnotes', 'ref', 'note'])
const SITES = { ...VIDEO_SITES, ...POST_SITES }
const CODE = new Set(['code', 'sourcecode', 'source', 'highlight'])
/** Names by which SyntaxHighlighter and its like take code of a language. */
const LANGUAGES = new Set(
  (
    'actionscript3 as3 bash shell coldfusion cpp c csharp css delphi diff patch erlang fsharp go groovy html ' +
    'java javafx javascript js jscript latex tex lua matlab matlabkey objc perl php plain powershell ps python py ' +
    'r rails ruby rb scala sass scss sql swift text typescript ts vb vbnet xhtml xml xslt yaml json'
  ).split(' '),
)
/**
 * HTML with WordPress's own shortcodes, and a few that are on many sites, as
 * the HTML they stand for. Others stay as they are.
 */
export function expandShortcodes(html: string, context: ShortcodeContext): string {
  if (!html.includes('[')) return html
  // A shortcode may stand around tags, so that what is literal is hidden and put back.
  const hidden: string[] = []
  const open = replaceLiterals(html, (part) => {
    if (!part.includes('[')) return part
    hidden.push(part)
    return `\ue000${hidden.length - 1}\ue001`
  })
  const expanded = replaceShortcodes(open, (shortcode) => htmlOf(shortcode, context))
  return expanded.replace(/\ue000(\d+)\ue001/g, (_, number) => hidden[Number(number)] ?? '')
}

function htmlOf(shortcode: Shortcode, context: ShortcodeContext): string | Unwrapped | undefined {
  const { name, attributes, content } = shortcode
  const site = SITES[name]
  if (name === 'caption' || name === 'wp_caption') return captionOf(shortcode, context)
  if (name === 'gallery') return galleryOf(attributes, context)
  if (name === 'embed') return linkBlock((content ?? attributes['0'] ?? attributes.src ?? '').trim())
  if (site) {
    const id = attributes.id ?? attributes.url ?? attributes['0']?.replace(/^=/, '') ?? content?.trim() ?? ''
    return id === '' ? undefined : linkBlock(site(id))
  }
  if (name === 'audio' || name === 'video') {
    const files = ['src', 'mp3', 'm4a', 'ogg', 'oga', 'wav', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv', '0']
    const file = files.map((key) => attributes[key]).find((value) => value?.includes('/'))
    return file === undefined ? undefined : linkBlock(file, nameOf(file))
  }
  if (name === 'playlist') {
    const ids = (attributes.ids ?? '').split(',')
    const files = ids.flatMap((id) => context.upload(id.trim())?.address ?? [])
    return files.length === 0 ? undefined : files.map((file) => linkBlock(file, nameOf(file))).join('')
  }
  if (NOTES.has(name) && content !== undefined) return `<inline-note>${content}</inline-note>`
  if ((CODE.has(name) || LANGUAGES.has(name)) && content !== undefined) {
    const named = LANGUAGES.has(name) ? name : attributes['0']
    const language = attributes.language ?? attributes.lang ?? named
    const className = language && /^[\w+#-]+$/.test(language) ? ` class="language-${language}"` : ''
    return `<pre><code${className}>${content.trim().replace(/</g, '&lt;')}</code></pre>`
  }
  if (isOfBuilder(name)) return ofBuilder(shortcode, context)
  if (content !== undefined) return enclosing(shortcode, context)
  if (isMeant(shortcode)) context.onUnknown(name)
  return undefined
}

function ofBuilder(shortcode: Shortcode, context: ShortcodeContext): string | Unwrapped {
  const { name, attributes, content } = shortcode
  context.onUnwrapped(name)
  if (name === 'vc_raw_html' || name === 'vc_raw_js')
    return name === 'vc_raw_js' ? '' : rawHtml(content ?? '')
  const shown = builderHtml(shortcode, (id) => imageOf(context.upload(id)) || missingImage(id))
  if (/btn|button/.test(name) && content?.trim()) return linkAround(addressOf(attributes))
  return { before: `${shown}\n\n`, after: '\n\n' }
}

/** A theme's or plug-in's own around something, which stays; buttons become links. */
function enclosing({ name, attributes }: Shortcode, context: ShortcodeContext): Unwrapped {
  context.onUnwrapped(name)
  return /button|btn/.test(name) ? linkAround(addressOf(attributes)) : { before: '', after: '' }
}

function linkAround(address: string): Unwrapped {
  if (address === '') return { before: '', after: '' }
  return { before: `<a href="${escapeHtml(address)}">`, after: '</a> ' }
}

/** WPBakery keeps HTML that an author typed as base64 of its escapes. */
function rawHtml(content: string): string {
  try {
    return `\n\n${decodeURIComponent(atob(content.trim()))}\n\n`
  } catch {
    return ''
  }
}

/** A picture of an upload that the export does not hold, so that the importer reports it. */
function missingImage(id: string): string {
  return `<img class="wp-image-${id}" src="/?attachment_id=${id}" alt="">`
}

/** Whether it looks like a shortcode and not like a remark, `[sic]` say. */
function isMeant({ name, attributes, content, alone }: Shortcode): boolean {
  const keys = Object.keys(attributes)
  if (content !== undefined || /[_-]/.test(name) || keys.some((key) => /\D/.test(key))) return true
  return alone && keys.length === 0
}

function captionOf({ attributes, content = '' }: Shortcode, context: ShortcodeContext): string {
  const [, picture = '', rest = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(content) ?? []
  const caption = attributes.caption ?? rest.trim()
  const id = /^attachment_(\d+)$/.exec(attributes.id ?? '')?.[1]
  const found = picture || (id && imageOf(context.upload(id))) || content
  return `\n\n<figure class="wp-caption">${found}<figcaption>${caption}</figcaption></figure>\n\n`
}

function galleryOf(attributes: Record<string, string>, context: ShortcodeContext): string | undefined {
  const ids = (attributes.ids ?? attributes.include ?? '').split(/[\s,]+/).filter(Boolean)
  const without = new Set((attributes.exclude ?? '').split(/[\s,]+/))
  const all = ids.length > 0 ? ids.map((id) => context.upload(id)) : context.ownUploads()
  const pictures = all.filter((one) => one?.isPicture && !without.has(one.id))
  if (pictures.length === 0) return undefined
  const figures = pictures.map(
    (one) => `<figure>${imageOf(one)}<figcaption>${one?.caption ?? ''}</figcaption></figure>`,
  )
  return `\n\n<figure class="wp-block-gallery">${figures.join('')}</figure>\n\n`
}

function imageOf(upload: Upload | undefined): string {
  if (!upload) return ''
  const { id, address, alt } = upload
  return `<img class="wp-image-${id}" src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">`
}

function linkBlock(address: string, words = address): string {
  return `\n\n<p><a href="${escapeHtml(address)}">${escapeHtml(words)}</a></p>\n\n`
}

function nameOf(address: string): string {
  return address.replace(/^.*\//, '')
}

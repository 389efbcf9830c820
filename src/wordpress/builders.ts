import { escapeHtml } from '#moving-in/html.ts'
import type { Shortcode } from './shortcodes.ts'
import { VIDEO_SITES } from './video-sites.ts'

/** How the elements of page builders are named: Divi's, WPBakery's, Avada's, Thrive's, and those of some others. */
const BUILDER = /^(et_pb_|vc_|fusion_|thrive_|tve_|tcb_|av_|ux_|cs_|mk_|nectar_|tatsu_|fl_)/
const HEADINGS = ['title', 'heading', 'h2', 'button_title', 'name']

export function isOfBuilder(name: string): boolean {
  return BUILDER.test(name)
}

/**
 * What a page builder's element shows beside what it encloses, as HTML: its
 * heading, its button, its picture, its film. `imageOf` gives an upload's picture.
 */
export function builderHtml(
  { name, attributes: raw, content }: Shortcode,
  imageOf: (id: string) => string,
): string {
  const attributes = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, decoded(value)]))
  const address = addressOf(attributes)
  const ids = attributes.image ?? attributes.images ?? attributes.gallery_ids ?? attributes.image_id ?? ''
  const pictures = /^[\d,\s|a-z]+$/.test(ids) ? (ids.match(/\d+/g) ?? []) : []
  const own = /image|img|gallery|photo|slide/.test(name)
    ? (attributes.src ?? attributes.custom_src ?? attributes.url)
    : ''
  const film = /video|audio|youtube|vimeo/.test(name)
    ? (attributes.src ?? attributes.link ?? attributes.audio)
    : ''
  const site = VIDEO_SITES[name.replace(BUILDER, '')]
  const button = /btn|button|cta/.test(name) && address
  const words = button ? (attributes.button_text ?? attributes.btn_title ?? attributes.title ?? address) : ''
  return [
    heading(name, attributes, Boolean(button)),
    ...pictures.map(imageOf),
    own ? `<img src="${escapeHtml(own)}" alt="${escapeHtml(attributes.alt ?? '')}">` : '',
    film ? link(film, film) : '',
    site && attributes.id ? link(site(attributes.id), site(attributes.id)) : '',
    // Where it encloses its words, these are the link.
    button && !content?.trim() ? link(address, words) : '',
  ]
    .filter(Boolean)
    .map((html) => `\n\n${html}\n\n`)
    .join('')
}

/** Where a button of a builder, or of any theme, leads; empty for none. WPBakery writes `url:https%3A%2F%2F…|title:…`. */
export function addressOf(attributes: Record<string, string>): string {
  const { button_url, link, url, href } = attributes
  const written = button_url ?? link ?? url ?? href ?? ''
  return decoded(/^url:([^|]*)/.exec(written)?.[1] ?? written)
}

function heading(name: string, attributes: Record<string, string>, isButton: boolean): string {
  const words = /heading|title$/.test(name) && attributes.text ? attributes.text : first(attributes, HEADINGS)
  if (
    !words ||
    (isButton && attributes.button_text === undefined) ||
    /image|section|row|column|video/.test(name)
  )
    return name === 'vc_tta_section' && words ? `<h3>${escapeHtml(words)}</h3>` : ''
  return `<h3>${escapeHtml(words)}</h3>`
}

function first(attributes: Record<string, string>, names: readonly string[]): string {
  return names.map((name) => attributes[name]).find(Boolean) ?? ''
}

function link(address: string, words: string): string {
  return `<p><a href="${escapeHtml(address)}">${escapeHtml(words)}</a></p>`
}

/** An attribute as it was typed: builders escape quotation marks, brackets and whole addresses. */
function decoded(value: string): string {
  const plain = value.replace(/%22/g, '"').replace(/%91/g, '[').replace(/%93/g, ']')
  if (!/%3A%2F%2F/i.test(plain)) return plain
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}

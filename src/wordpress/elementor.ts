import { escapeHtml } from '#moving-in/html.ts'

/** An element of Elementor's: a section, a column, or a widget with its settings. */
interface Part {
  widgetType?: unknown
  settings?: unknown
  elements?: unknown
}

type Settings = Record<string, unknown>

const DEEPEST = 50

/** The text that Elementor keeps beside a post, `_elementor_data`, as HTML; empty where there is none. */
export function elementorHtml(data: string | undefined): string {
  try {
    return htmlOf(JSON.parse(data ?? '[]'), 0)
  } catch {
    return ''
  }
}

function htmlOf(parts: unknown, depth: number): string {
  if (!Array.isArray(parts) || depth > DEEPEST) return ''
  return (parts as Part[])
    .map((part) => {
      const settings = isObject(part?.settings) ? part.settings : {}
      const own = typeof part?.widgetType === 'string' ? widget(part.widgetType, settings) : ''
      return own + htmlOf(part?.elements, depth + 1)
    })
    .join('\n\n')
}

function widget(type: string, settings: Settings): string {
  const text = (key: string) => (typeof settings[key] === 'string' ? settings[key] : '')
  const link = isObject(settings.link) ? settings.link : {}
  const url = typeof link.url === 'string' ? link.url : ''
  const linked = (words: string) => (url ? `<a href="${escapeHtml(url)}">${words}</a>` : words)
  switch (type) {
    case 'heading':
      return `<h2>${linked(text('title'))}</h2>`
    case 'button':
      return `<p>${linked(text('text'))}</p>`
    case 'image':
      return figure(settings.image, text('caption'))
    case 'image-gallery':
    case 'gallery':
    case 'image-carousel': {
      const pictures = [settings.wp_gallery, settings.gallery, settings.carousel].find(Array.isArray) ?? []
      return `<figure class="wp-block-gallery">${pictures.map((one) => figure(one, '')).join('')}</figure>`
    }
    case 'video':
      return card(
        text('youtube_url') || text('vimeo_url') || text('external_url') || urlOf(settings.hosted_url),
      )
    case 'html':
      return text('html')
    case 'shortcode':
      return text('shortcode')
    default:
      return anyText(settings)
  }
}

/** The words of a widget that is not known by name: texts, headings, and lists of them. */
function anyText(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => {
      if (Array.isArray(value)) return value.filter(isObject).map(anyText).join('\n\n')
      if (typeof value !== 'string' || value.trim() === '') return ''
      if (/^(title|title_text|tab_title|heading)$/.test(key)) return `<h3>${value}</h3>`
      return /^(editor|text|content|description|caption)$|_(text|content|description)$/.test(key)
        ? `<div>${value}</div>`
        : ''
    })
    .filter(Boolean)
    .join('\n\n')
}

function figure(image: unknown, caption: string): string {
  const url = urlOf(image)
  if (url === '') return ''
  const id = isObject(image) && typeof image.id === 'number' ? ` class="wp-image-${image.id}"` : ''
  return `<figure><img${id} src="${escapeHtml(url)}" alt=""><figcaption>${caption}</figcaption></figure>`
}

function card(address: string): string {
  return address ? `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>` : ''
}

function urlOf(value: unknown): string {
  return isObject(value) && typeof value.url === 'string' ? value.url : ''
}

function isObject(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

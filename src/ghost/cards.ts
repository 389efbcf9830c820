import { escapeHtml } from '#moving-in/html.ts'
import type { Row } from './export-parser.ts'
import { listOf, rowOf, text } from './row.ts'

/**
 * A card of either editor as HTML that the pipeline knows; undefined for one that
 * is not known. Empty for those that readers of the page did not see.
 */
export function cardHtml(name: string, card: Row): string | undefined {
  const value = (field: string) => text(card, field)
  switch (name) {
    case 'image':
      return value('src') && figure(linked(value('href'), image(card)), value('caption'))
    case 'gallery':
      return gallery(
        listOf(card.images).map((one) => image(rowOf(one))),
        value('caption'),
      )
    case 'bookmark': {
      const metadata = rowOf(card.metadata)
      const metadataText = (field: string) => text(metadata, field)
      return bookmark({
        url: value('url') || metadataText('url'),
        title: metadataText('title'),
        description: metadataText('description'),
        source: [metadataText('author'), metadataText('publisher')],
        caption: value('caption'),
      })
    }
    case 'embed':
      return embed(value('url'), value('html'), value('caption'))
    case 'callout':
      return callout(value('calloutEmoji'), value('calloutText'))
    case 'toggle':
      return toggle(value('heading'), value('content'))
    case 'button':
      return button(value('buttonUrl'), escapeHtml(value('buttonText')))
    case 'call-to-action':
      return `<div>${value('textValue')}</div>${button(value('buttonUrl'), escapeHtml(value('buttonText')))}`
    case 'file': {
      const [address, name] = [value('src'), value('fileName')]
      return file(address, value('fileTitle') || name, value('fileCaption'), name)
    }
    case 'audio':
      return sound(value('src'), escapeHtml(value('title')))
    case 'video':
      return value('src') && figure(`<video src="${escapeHtml(value('src'))}"></video>`, value('caption'))
    case 'html':
      return value('html')
    case 'code':
    case 'codeblock': {
      const language = value('language')
      const known = language ? ` class="language-${escapeHtml(language)}"` : ''
      return `<pre><code${known}>${escapeHtml(value('code'))}</code></pre>${paragraph(value('caption'))}`
    }
    case 'markdown':
    case 'card-markdown':
      return value('markdown')
        .split(/\n\s*\n/)
        .map((part) => paragraph(escapeHtml(part.trim()).replaceAll('\n', '<br>')))
        .join('')
    case 'header':
      return `${value('header') && `<h2>${value('header')}</h2>`}${paragraph(value('subheader'))}${button(value('buttonUrl'), escapeHtml(value('buttonText')))}`
    case 'product':
      return [
        value('productImageSrc') && `<figure><img src="${escapeHtml(value('productImageSrc'))}"></figure>`,
        value('productTitle') && `<h4>${value('productTitle')}</h4>`,
        value('productDescription'),
        button(value('productUrl'), escapeHtml(value('productButton'))),
      ].join('')
    case 'hr':
    case 'horizontalrule':
      return '<hr>'
    case 'email':
    case 'email-cta':
    case 'paywall':
    case 'signup':
      return ''
    default:
      return undefined
  }
}

export interface Bookmark {
  url: string
  /** Plain, as are all but the caption. */
  title: string
  description: string
  source: readonly string[]
  caption: string
}

/** A link to elsewhere with its title and description. */
export function bookmark({ url, title, description, source, caption }: Bookmark): string {
  const from = source.filter(Boolean).join(', ')
  const words = [description, from && `(${from})`].filter(Boolean).join(' ')
  const link = `<a href="${escapeHtml(url)}">${escapeHtml(title || url)}</a>`
  return `<p>${link}${words && ` — ${escapeHtml(words)}`}</p>${paragraph(caption)}`
}

export function gallery(images: readonly string[], caption: string): string {
  const shown = images.map((one) => figure(one, '')).join('')
  return `<figure class="wp-block-gallery">${shown}${caption && `<figcaption>${caption}</figcaption>`}</figure>`
}

/** Words in a quotation, behind the card's emoji. */
export function callout(emoji: string, html: string): string {
  const [, opening = '<p>', words = html] = /^(<p\b[^>]*>)([\s\S]*)<\/p>\s*$/.exec(html) ?? []
  return `<blockquote>${opening}${[escapeHtml(emoji), words].filter(Boolean).join(' ')}</p></blockquote>`
}

export function toggle(heading: string, content: string): string {
  return `<details><summary>${heading}</summary>${content}</details>`
}

/** `words` are HTML. */
export function button(url: string, words: string): string {
  return url && words && `<p><a href="${escapeHtml(url)}">${words}</a></p>`
}

/** A file to be loaded; all plain. */
export function file(url: string, title: string, caption: string, name: string): string {
  const about = [caption, name !== title && name && `(${name})`].filter(Boolean).join(' ')
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(title || name || url)}</a>${about && ` ${escapeHtml(about)}`}</p>`
}

/** `title` is HTML. */
export function sound(url: string, title: string): string {
  return `${paragraph(title)}<audio src="${escapeHtml(url)}"></audio>`
}

function embed(url: string, html: string, caption: string): string {
  const isPlayer = /<(iframe|video|audio|blockquote)\b/i.test(html)
  return isPlayer
    ? figure(html, caption)
    : `<figure class="wp-block-embed">${escapeHtml(url)}${caption && `<figcaption>${caption}</figcaption>`}</figure>`
}

function image(card: Row): string {
  return `<img src="${escapeHtml(text(card, 'src'))}" alt="${escapeHtml(text(card, 'alt'))}">`
}

function linked(url: string, html: string): string {
  return url ? `<a href="${escapeHtml(url)}">${html}</a>` : html
}

function figure(content: string, caption: string): string {
  return `<figure>${content}${caption && `<figcaption>${caption}</figcaption>`}</figure>`
}

function paragraph(html: string): string {
  return html && `<p>${html}</p>`
}

import type { Element } from 'hast'
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast'
import type { Blockquote, Image, Link, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import { attribute, elementsIn, findElement, hasClass, isElement } from './html.ts'
import { cardOr, standalone } from './standalone.ts'
import { oneLine, plainLine, shorten, textOfTree } from './plain-text.ts'
import type { PictureFinder } from './pictures.ts'

/** What the newsroom takes for a caption. */
const LONGEST_CAPTION = 600
const GALLERIES = [
  'wp-block-gallery',
  'gallery',
  'tiled-gallery',
  'wp-block-jetpack-tiled-gallery',
  'wp-block-jetpack-slideshow',
  'blocks-gallery-grid',
]

/** `linked` gives an address as it is to stand in the text; undefined for one that leads nowhere. */
export function figureHandlers(
  pictures: PictureFinder,
  linked: (address: string) => string | undefined,
): Record<string, Handle> {
  const picture = (img: Element, caption = ''): Image | Link | Text | undefined => {
    const found = pictures.ofElement(img, caption)
    if (!found) return undefined
    if ('missing' in found) {
      const { alt, link: url } = found
      if (url === undefined) return alt ? { type: 'text', value: alt, data: standalone } : undefined
      return { ...link(url, alt || url.replace(/^.*\//, '')), data: standalone }
    }
    const title = shorten(caption, LONGEST_CAPTION) || null
    return { type: 'image', url: `./${found.name}`, alt: found.alt, title }
  }

  const galleryOf = (node: Element): RootContent[] => {
    const shown = picturesIn(node).flatMap(({ img, caption }) => picture(img, caption) ?? [])
    const images = shown.filter((one): one is Image => one.type === 'image')
    const links = shown.filter((one) => one.type !== 'image').map((one) => paragraph([one]))
    const lines = images.flatMap((image, i): PhrasingContent[] =>
      i > 0 ? [{ type: 'text', value: '\n' }, image] : [image],
    )
    const caption = node.children.find((child) => isElement(child, 'figcaption'))
    const words = isElement(caption) ? oneLine(textOfTree(caption)) : ''
    return [
      ...(lines.length > 0 ? [{ ...paragraph(lines), data: standalone }] : []),
      ...links,
      ...(words ? [paragraph([{ type: 'emphasis', children: [{ type: 'text', value: words }] }])] : []),
    ]
  }

  const figure = (state: State, node: Element): RootContent[] => {
    if (isGallery(node)) return galleryOf(node)
    const caption = captionElement(node)
    const words = caption ? oneLine(textOfTree(caption)) : ''
    const rest = node.children.filter((child) => child !== caption)
    const content: Element = { ...node, children: rest }
    if (hasClass(node, 'wp-block-pullquote')) return [pullQuote(state, node)]
    const address = embeddedAddress(content)
    if (address) return [paragraph([cardOr(linked(address), words, address)])]
    const images = elementsIn(content, 'img')
    const [img] = images
    if (img && images.length === 1 && oneLine(textOfTree(content)) === '') {
      const shown = picture(img, words)
      return shown ? [paragraph([shown])] : []
    }
    const flow = state.toFlow(state.all(content)) as RootContent[]
    return caption ? [...flow, ...(state.toFlow(emphasised(state, caption)) as RootContent[])] : flow
  }

  const ifGallery =
    (otherwise: Handle): Handle =>
    (state, node, parent) =>
      isGallery(node) ? galleryOf(node) : otherwise(state, node, parent)

  return {
    img: (_state, node) => {
      // Smilies and emoji are pictures whose words are the sign itself.
      if (hasClass(node, 'wp-smiley', 'emoji')) return { type: 'text', value: attribute(node, 'alt') }
      const isCounter = attribute(node, 'width') === '1' && attribute(node, 'height') === '1'
      return isCounter ? undefined : picture(node)
    },
    figure: (state, node) => figure(state, node),
    div: ifGallery((state, node) =>
      hasClass(node, 'wp-caption') ? figure(state, node) : (state.toFlow(state.all(node)) as RootContent[]),
    ),
    ul: ifGallery((state, node) => defaultHandlers.ul?.(state, node)),
    figcaption: (state, node) => state.toFlow(emphasised(state, node)) as RootContent[],
  }
}

function isGallery(node: Element): boolean {
  if (!hasClass(node, ...GALLERIES)) return false
  return findElement(node, 'img') !== undefined
}

function captionElement(node: Element): Element | undefined {
  return node.children.find(
    (child): child is Element =>
      isElement(child, 'figcaption') ||
      (isElement(child) && hasClass(child, 'wp-caption-text', 'gallery-caption')),
  )
}

/** The pictures of a gallery, each with the words below it: those of the nearest element around it that has any. */
function picturesIn(gallery: Element): { img: Element; caption: string }[] {
  const found: { img: Element; caption: string }[] = []
  const walk = (node: Element, caption: string) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'img') found.push({ img: child, caption })
      const own = captionElement(child)
      walk(child, own ? captionWords(own) : caption)
    }
  }
  walk(gallery, '')
  return found
}

function captionWords(caption: Element): string {
  return plainLine(oneLine(textOfTree(caption)).replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;')))
}

/** What a figure shows of another site, or of a sound or a film. */
function embeddedAddress(node: Element): string | undefined {
  const media = findElement(node, 'iframe', 'video', 'audio', 'embed')
  if (media)
    return attribute(media, 'src') || attribute(findElement(media, 'source') ?? media, 'src') || undefined
  if (
    !hasClass(node, 'wp-block-embed') &&
    !String(node.properties.className ?? '').includes('wp-block-embed')
  )
    return undefined
  const written = oneLine(textOfTree(node))
  if (/^https?:\/\/\S+$/.test(written)) return written
  const linked = elementsIn(node, 'a').at(-1)
  return linked && !findElement(node, 'blockquote') ? attribute(linked, 'href') || undefined : undefined
}

function pullQuote(state: State, node: Element): Blockquote {
  const quote = findElement(node, 'blockquote') ?? node
  const cite = findElement(node, 'cite')
  const children = quote.children.filter((child) => child !== cite)
  return {
    type: 'blockquote',
    children: [
      { type: 'html', value: '[!pull]' },
      ...state.toFlow(state.all({ ...quote, children })),
      ...speaker(state, cite),
    ],
  }
}

/** The line under a quotation that tells who said it. */
export function speaker(state: State, cite: Element | undefined): Paragraph[] {
  if (!cite || oneLine(textOfTree(cite)) === '') return []
  const dash = /^\s*[—–-]/.test(textOfTree(cite)) ? '' : '— '
  return [paragraph([{ type: 'text', value: dash }, ...(state.all(cite) as PhrasingContent[])])]
}

function emphasised(state: State, caption: Element): RootContent[] {
  const children = state.all(caption) as PhrasingContent[]
  return children.length > 0 ? [{ type: 'emphasis', children }] : []
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

function link(url: string, words: string): Link {
  return { type: 'link', url, title: null, children: [{ type: 'text', value: words }] }
}

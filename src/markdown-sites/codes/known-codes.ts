import { escapeHtml } from '#moving-in/html.ts'
import type { CodeArguments } from './arguments.ts'

/** A code of a name that all these systems, or their themes, have; undefined where it lacks what it is to show. */
type Shown = (given: CodeArguments, inner: string) => string | undefined

const address =
  (ofId: (id: string) => string): Shown =>
  ({ named, inOrder }) => {
    const id = named.id ?? named.videoid ?? named.url ?? named.src ?? inOrder[0]
    return id && alone(/^https?:/.test(id) ? id : ofId(id))
  }

const post =
  (ofUser: (user: string, id: string) => string): Shown =>
  ({ named, inOrder }) => {
    const first = named.id ?? named.url ?? inOrder[0]
    if (first && /^https?:/.test(first)) return alone(first)
    const [user, id] = named.user ? [named.user, named.id] : inOrder.length > 1 ? inOrder : ['i', first]
    return user && id && alone(ofUser(user, id))
  }

const CODES: Record<string, Shown> = {
  figure: figure,
  youtube: address((id) => `https://www.youtube.com/watch?v=${id}`),
  vimeo: address((id) => `https://vimeo.com/${id}`),
  tweet: post((user, id) => `https://x.com/${user}/status/${id}`),
  instagram: address((id) => `https://www.instagram.com/p/${id}/`),
  gist: post((user, id) => `https://gist.github.com/${user === 'i' ? '' : `${user}/`}${id}`),
  video: ({ named, inOrder }, inner) => {
    const provider = CODES[named.provider ?? '']
    const src = named.src ?? named.url ?? named.file ?? inOrder[0]
    return provider && named.id ? provider({ named, inOrder }, inner) : src && media('video', src)
  },
  audio: ({ named, inOrder }) => {
    const src = named.src ?? named.url ?? named.file ?? inOrder[0]
    return src && media('audio', src)
  },
  details: ({ named, inOrder }, inner) =>
    inner.trim() &&
    `\n\n**${named.summary ?? named.title ?? inOrder[0] ?? 'Details'}**\n\n${inner.trim()}\n\n`,
}

const OTHER_NAMES: Record<string, string> = {
  img: 'figure',
  image: 'figure',
  picture: 'figure',
  photo: 'figure',
  fig: 'figure',
  imgproc: 'figure',
  yt: 'youtube',
  'youtube-lite': 'youtube',
  youtubeplayer: 'youtube',
  liteyoutube: 'youtube',
  twitter: 'tweet',
  x: 'tweet',
  'vimeo-simple': 'vimeo',
  collapse: 'details',
  accordion: 'details',
}

/** The Markdown or HTML of a code; undefined for one that is not known. `name` is of any case, a file's path perhaps. */
export function knownCode(name: string, given: CodeArguments, inner = ''): string | undefined {
  const bare = name
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/\.(html|md|liquid|njk)$/, '')
  const key = Object.hasOwn(OTHER_NAMES, bare) ? OTHER_NAMES[bare] : bare
  return key !== undefined && Object.hasOwn(CODES, key) ? CODES[key]?.(given, inner) || undefined : undefined
}

function figure({ named, inOrder }: CodeArguments): string | undefined {
  const src =
    named.src ?? named.image_path ?? named.url ?? named.image ?? named.path ?? named.file ?? inOrder[0]
  if (!src || /[{}]/.test(src)) return undefined
  const words = [named.caption ?? named.title, named.attr].filter(Boolean).join(' | ')
  const alt = named.alt ?? (named.src === undefined ? (inOrder[1] ?? '') : '')
  const caption = words && `<figcaption>${inLine(words)}</figcaption>`
  return `\n\n<figure><img src="${escapeHtml(src)}" alt="${inLine(alt)}">${caption}</figure>\n\n`
}

/** Words without marks, on one line: HTML in Markdown ends at an empty one. */
function inLine(text: string): string {
  const bare = text
    .replace(/<[^<>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<![\w*])(\*{1,2}|_{1,2})(?=\S)([^*_]+)\1(?!\w)/g, '$2')
  return escapeHtml(bare.replace(/\s+/g, ' '))
}

function media(element: 'audio' | 'video', src: string): string {
  return `\n\n<figure><${element} src="${escapeHtml(src)}"></${element}></figure>\n\n`
}

/** An address alone in its paragraph, which becomes a card. */
function alone(url: string): string {
  return `\n\n<${url}>\n\n`
}

import { UNWRITTEN_ALT } from '#markdown/unwritten-alt.ts'
import type { Element } from 'hast'
import type { ConversionContext, Findings, UsedPicture } from './conversion.ts'
import { attribute } from './html.ts'
import { oneLine, shorten } from './plain-text.ts'
import type { OldPicture, Upload } from './record.ts'
import { slugFrom } from './slug-text.ts'

/** A picture of the newsroom; where its file is missing, its words, and a link to it if it lies at another site. */
type FoundPicture =
  { name: string; alt: string; caption: string } | { missing: string; alt: string; link: string | undefined }

/** Endings by what the newsroom keeps: GIF is not among its formats, and is made WebP. */
const ENDINGS: Record<string, string> = {
  jpg: 'jpg',
  jpeg: 'jpg',
  jpe: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'webp',
}

/** Gives pictures of one text their files, each once, under names of its own. */
export class PictureFinder {
  private readonly context: ConversionContext
  private readonly findings: Findings
  /** By the upload. */
  private readonly used = new Map<string, UsedPicture>()
  private readonly taken = new Set<string>()

  constructor(context: ConversionContext, findings: Findings) {
    this.context = context
    this.findings = findings
  }

  /** The picture of an `img`, whose caption may be its words; undefined where it shows nothing of its own. */
  ofElement(img: Element, caption: string): FoundPicture | undefined {
    const id =
      /\bwp-image-(\d+)\b/.exec(String(img.properties.className ?? '').replaceAll(',', ' '))?.[1] ??
      (attribute(img, 'dataId') || attribute(img, 'dataAttachmentId'))
    const addresses = ['dataOrigFile', 'dataFullUrl', 'dataLargeFile', 'dataSrc', 'dataLazySrc', 'src']
      .map((name) => attribute(img, name))
      .filter((address) => address !== '' && !address.startsWith('data:'))
    const own = attribute(img, 'src')
    const [shown = ''] = own.startsWith('data:') || own === '' ? addresses : [own]
    if (shown === '') {
      if (own !== '') this.findings.settled.add('inlinePictures', shorten(own, 40))
      return undefined
    }
    const found = this.find(id, [...addresses, shown], shown, [oneLine(attribute(img, 'alt')), caption])
    if ('missing' in found) {
      const { settled } = this.findings
      if (found.link === undefined) settled.add('missingPictures', oneLine(shown))
      else settled.add('foreignPictures', oneLine(shown))
    } else if (found.alt === '') {
      this.findings.settled.add('wordless', found.name)
      return { ...found, alt: UNWRITTEN_ALT }
    }
    return found
  }

  /** A picture that stands outside of the text, as an article's own; undefined for one that the export does not hold. */
  ofRecord({ id = '', address }: OldPicture): FoundPicture | undefined {
    const shown = address ?? this.context.upload(id)?.address
    return shown ? this.find(id, [], shown, []) : undefined
  }

  /** `words` are those that go before the upload's, the best first. */
  private find(id: string, addresses: string[], shown: string, words: readonly string[]): FoundPicture {
    const paths = [...addresses, shown].flatMap(this.context.mediaPaths)
    const known = (id ? this.context.upload(id) : undefined) ?? this.context.uploadAt(paths)
    const [own = '', caption = ''] = words
    const alt = own || known?.alt || caption || (known ? wordsOf(known) : '')
    const upload = this.context.find([...(known?.paths ?? []), ...paths])
    const ending = ENDINGS[/\.([a-z\d]+)$/i.exec(upload ?? '')?.[1]?.toLowerCase() ?? '']
    if (upload === undefined || ending === undefined || this.context.refused.has(upload)) {
      const resolved = this.context.link(shown)
      return { missing: shown, alt: caption || alt, link: 'href' in resolved ? resolved.href : undefined }
    }
    const picture = this.pictureOf(upload, ending)
    for (const address of [...addresses, shown]) {
      const path = this.context.mediaPaths(address).at(-1)
      if (path !== undefined) picture.shownAt.add(path)
    }
    return { name: picture.name, alt, caption: known?.caption ?? '' }
  }

  private pictureOf(upload: string, ending: string): UsedPicture {
    const known = this.used.get(upload)
    if (known) return known
    const base = slugFrom(upload.replace(/^.*\//, '').replace(/\.[^.]*$/, '')) || 'picture'
    let name = `${base}.${ending}`
    for (let number = 2; this.taken.has(name); number++) name = `${base}-${number}.${ending}`
    const picture = { upload, name, shownAt: new Set<string>() }
    this.used.set(upload, picture)
    this.taken.add(name)
    this.findings.pictures.push(picture)
    return picture
  }
}

/** What an upload is called, where that is more than the name of its file. */
function wordsOf({ caption, title, description = '', address }: Upload): string {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const file = letters(address.replace(/^.*\//, '').replace(/\.[^.]*$/, ''))
  return (
    caption || (file.startsWith(letters(title.replace(/\.[a-z\d]{2,5}$/i, ''))) ? '' : title) || description
  )
}

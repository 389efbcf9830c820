import type { Element } from 'hast'
import type { ConversionContext, Findings } from './conversion.ts'
import { attribute } from './html.ts'
import type { OldPicture } from './record.ts'
import { slugFrom } from './slug-text.ts'

/** A picture of the newsroom, or where it was if its file is missing. */
export type FoundPicture =
  { name: string; alt: string; caption: string; title: string } | { missing: string; alt: string }

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

  constructor(context: ConversionContext, findings: Findings) {
    this.context = context
    this.findings = findings
  }

  /** The picture of an `img`; undefined where it shows nothing of its own. */
  ofElement(img: Element): FoundPicture | undefined {
    const id =
      /\bwp-image-(\d+)\b/.exec(String(img.properties.className ?? '').replaceAll(',', ' '))?.[1] ??
      (attribute(img, 'dataId') || attribute(img, 'dataAttachmentId'))
    const addresses = ['dataOrigFile', 'dataFullUrl', 'dataLargeFile', 'dataSrc', 'dataLazySrc', 'src']
      .map((name) => attribute(img, name))
      .filter((address) => address !== '' && !address.startsWith('data:'))
    const own = attribute(img, 'src')
    const [shown = ''] = own.startsWith('data:') || own === '' ? addresses : [own]
    if (shown === '') {
      if (own !== '') this.findings.missing.add('one that stands in the text as data')
      return undefined
    }
    return this.find(id, [...addresses, shown], shown, attribute(img, 'alt').trim())
  }

  /** A picture that stands outside of the text, as an article's own; undefined for one that the export does not hold. */
  ofRecord({ id = '', address }: OldPicture): FoundPicture | undefined {
    const shown = address ?? this.context.upload(id)?.address
    return shown ? this.find(id, [], shown, '') : undefined
  }

  private find(id: string, addresses: string[], shown: string, ownAlt: string): FoundPicture {
    const known = id ? this.context.upload(id) : undefined
    const alt = ownAlt || (known?.alt ?? '')
    const upload = this.context.find([
      ...(known?.paths ?? []),
      ...[...addresses, shown].flatMap(this.context.mediaPaths),
    ])
    const ending = ENDINGS[/\.([a-z\d]+)$/i.exec(upload ?? '')?.[1]?.toLowerCase() ?? '']
    if (upload === undefined || ending === undefined || this.context.refused.has(upload)) {
      const address = URL.parse(shown, 'http://old.invalid')?.href ?? ''
      this.findings.missing.add(shown)
      return { missing: address.startsWith('http://old.invalid') ? shown : address, alt }
    }
    return {
      name: this.nameOf(upload, ending),
      alt,
      caption: known?.caption ?? '',
      title: known?.title ?? '',
    }
  }

  private nameOf(upload: string, ending: string): string {
    const known = this.findings.pictures.find((picture) => picture.upload === upload)
    if (known) return known.name
    const base = slugFrom(upload.replace(/^.*\//, '').replace(/\.[^.]*$/, '')) || 'picture'
    const taken = new Set(this.findings.pictures.map(({ name }) => name))
    let name = `${base}.${ending}`
    for (let number = 2; taken.has(name); number++) name = `${base}-${number}.${ending}`
    this.findings.pictures.push({ upload, name })
    return name
  }
}

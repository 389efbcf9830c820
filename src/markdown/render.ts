import { type HastPluginDefinition, markdownToHtml } from 'satteri'
import { asCommonMark } from './as-common-mark.ts'
import { DIALECT } from './dialect.ts'
import { type EmbedLabels, embeds } from './embeds.ts'
import { figures, type ResolveImage } from './figures.ts'
import type { GalleryLabels } from './galleries.ts'
import { type Heading, headings, sectionIds } from './headings.ts'
import { pullQuotes } from './pull-quotes.ts'
import { rawHtmlAsText } from './raw-html.ts'
import { safeLinks } from './safe-links.ts'
import { scrollableTables } from './tables.ts'

export interface RenderOptions {
  /** What stands in the page for an image that the Markdown names. */
  image: ResolveImage
  /** The address for a path that the author wrote, `/politics/x/` say. */
  href: (written: string) => string
  labels: {
    footnotes: string
    /** `{reference}` stands for the note's number. */
    backToReference: string
    /** For the link beside a heading; absent where readers have no use for one, as in a feed. */
    linkToSection?: string | undefined
    table: string
    /** Stands before a picture's credit. */
    credit: string
    /** What a page does beyond showing the text; absent in a feed, which gets plain HTML. */
    live?: { gallery: GalleryLabels; embed: EmbedLabels } | undefined
  }
  /** Ids of the page around the body, which no heading may take. */
  takenIds?: readonly string[]
}

export interface RenderedBody {
  html: string
  headings: Heading[]
  /** What of the browser's code the body needs, and the addresses of the frames that its cards may load. */
  uses: { gallery: boolean; frames: string[] }
}

/**
 * The HTML of a Markdown body from whoever wrote it. Raw HTML comes out as the
 * text it is, links of unsafe schemes lose their address, a level-one heading
 * becomes level two since the page has its title already.
 */
export async function renderBody(markdown: string, options: RenderOptions): Promise<RenderedBody> {
  const found: Heading[] = []
  const uses: RenderedBody['uses'] = { gallery: false, frames: [] }
  const { live } = options.labels
  const plugins: HastPluginDefinition[] = [
    rawHtmlAsText,
    safeLinks(options.href),
    headings(sectionIds(options.takenIds ?? []), found, options.labels.linkToSection),
    ...scrollableTables(options.labels.table),
    pullQuotes({ plain: !live }),
    ...(live ? [embeds(live.embed, (frame) => uses.frames.push(frame))] : []),
    ...figures({
      resolve: options.image,
      credit: options.labels.credit,
      gallery: live?.gallery,
      onGallery: () => (uses.gallery = true),
    }),
  ]
  const { html } = await markdownToHtml(asCommonMark(markdown).markdown, {
    hastPlugins: plugins,
    features: {
      ...DIALECT,
      gfm: {
        footnotes: {
          label: options.labels.footnotes,
          backLabel: options.labels.backToReference,
          clobberPrefix: 'note-',
        },
      },
    },
  })
  return { html, headings: found, uses }
}

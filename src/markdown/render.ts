import { type HastPluginDefinition, markdownToHtml } from 'satteri'
import { asCommonMark } from './as-common-mark.ts'
import { DIALECT } from './dialect.ts'
import { type EmbedLabels, embeds } from './embeds.ts'
import { figures, type ResolveImage } from './figures.ts'
import type { GalleryLabels } from './galleries.ts'
import { type Heading, headings, sectionIds } from './headings.ts'
import { footnotesWithin, idWithin, type PagePart } from './page-part.ts'
import { type LabelMarks, markedFootnotes, UNMARKED } from './label-marks.ts'
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
  /** Absent where the labels are in the language of the text. */
  marks?: LabelMarks
  /** Ids of the page around the body, which no heading may take. */
  takenIds?: readonly string[]
  /** The part of the page in which the text stands, where other texts stand beside it. */
  within?: PagePart | undefined
}

export interface RenderedBody {
  html: string
  headings: Heading[]
  /** What of the browser's code the body needs, and the addresses of the frames that its cards may load. */
  uses: { enlargement: boolean; gallery: boolean; frames: string[] }
}

/**
 * The HTML of a Markdown body from whoever wrote it. Raw HTML comes out as the
 * text it is, links of unsafe schemes lose their address, a level-one heading
 * becomes level two since the page has its title already.
 */
export async function renderBody(markdown: string, options: RenderOptions): Promise<RenderedBody> {
  const found: Heading[] = []
  const uses: RenderedBody['uses'] = { enlargement: false, gallery: false, frames: [] }
  const { labels, marks = UNMARKED, within } = options
  const { live } = labels
  const plugins: HastPluginDefinition[] = [
    rawHtmlAsText,
    safeLinks(options.href),
    headings(sectionIds(options.takenIds ?? []), found, labels.linkToSection, marks, within),
    ...scrollableTables(labels.table, marks),
    pullQuotes({ plain: !live }),
    ...(live ? [embeds(live.embed, marks, (frame) => uses.frames.push(frame))] : []),
    ...(marks.label.lang ? [markedFootnotes(marks)] : []),
    ...(within ? [footnotesWithin(within)] : []),
    ...figures({
      resolve: options.image,
      credit: labels.credit,
      marks,
      gallery: live?.gallery,
      onUse: (what) => (uses[what] = true),
    }),
  ]
  const { html } = await markdownToHtml(asCommonMark(markdown).markdown, {
    hastPlugins: plugins,
    features: {
      ...DIALECT,
      gfm: {
        footnotes: {
          label: labels.footnotes,
          backLabel: labels.backToReference,
          clobberPrefix: within ? `note-${idWithin(within, '')}` : 'note-',
        },
      },
    },
  })
  return { html, headings: found, uses }
}

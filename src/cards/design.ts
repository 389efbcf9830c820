import { light } from '#styles/colours.ts'
import { SANS, SERIF } from './fonts.ts'

/** Pixels; what most sites show of a link. */
export const CARD_SIZE = { width: 1200, height: 630 } as const

/** What a card says. */
export interface CardContent {
  outlet: { name: string; tagline: string }
  section?: { name: string; colour?: string | undefined } | undefined
  headline?: string | undefined
}

/** An element as satori lays it out: a box of CSS, a row or column. */
export interface Box {
  type: 'div'
  props: { style: Record<string, string | number>; children?: (Box | undefined)[] | string }
}

/** Pixels of a headline's letters, by how many characters it has at most. */
const SIZES = [
  [20, 120],
  [40, 104],
  [75, 84],
  [120, 68],
  [Number.POSITIVE_INFINITY, 56],
] as const

/** A card of an article, of a section, or of the outlet alone. */
export function cardDesign({ outlet, section, headline }: CardContent): Box {
  const colour = section?.colour ?? light.accent
  return column(
    { ...CARD_SIZE, backgroundColor: light.paper, color: light.ink, borderTop: `20px solid ${colour}` },
    [
      column({ flexGrow: 1, padding: '44px 72px 0', justifyContent: headline ? 'flex-start' : 'center' }, [
        section &&
          text(
            { fontFamily: SANS, fontSize: headline ? 32 : 44, color: colour, marginBottom: 18 },
            section.name,
          ),
        headline ? headlineOf(headline) : nameplate(outlet),
      ]),
      headline ? foot(outlet.name) : undefined,
    ],
  )
}

function headlineOf(headline: string): Box {
  const length = Array.from(headline).length
  const [, fontSize = 56] = SIZES.find(([most]) => length <= most) ?? []
  const lines = Math.floor(400 / (fontSize * 1.12))
  return text(
    {
      fontFamily: SERIF,
      fontSize,
      lineHeight: 1.12,
      lineClamp: lines,
      display: 'block',
      wordBreak: 'break-word',
    },
    headline,
  )
}

function nameplate({ name, tagline }: CardContent['outlet']): Box {
  return column({}, [
    text({ fontFamily: SERIF, fontSize: name.length > 16 ? 96 : 150, lineHeight: 1.1 }, name),
    text({ fontFamily: SANS, fontSize: 38, lineHeight: 1.3, color: light.muted, marginTop: 18 }, tagline),
  ])
}

function foot(name: string): Box {
  return column({ margin: '0 72px', padding: '24px 0 34px', borderTop: `2px solid ${light.rule}` }, [
    text({ fontFamily: SERIF, fontSize: 40 }, name),
  ])
}

function column(style: Box['props']['style'], children: (Box | undefined)[]): Box {
  return { type: 'div', props: { style: { display: 'flex', flexDirection: 'column', ...style }, children } }
}

function text(style: Box['props']['style'], words: string): Box {
  return { type: 'div', props: { style, children: words } }
}

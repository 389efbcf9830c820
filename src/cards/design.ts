import type { CardLook } from './look.ts'

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
export function cardDesign({ outlet, section, headline }: CardContent, look: CardLook): Box {
  const { colours: light, sans } = look
  const colour = section?.colour ?? light.accent
  return column(
    { ...CARD_SIZE, backgroundColor: light.paper, color: light.ink, borderTop: `20px solid ${colour}` },
    [
      column({ flexGrow: 1, padding: '44px 72px 0', justifyContent: headline ? 'flex-start' : 'center' }, [
        section &&
          text(
            { fontFamily: sans, fontSize: headline ? 32 : 44, color: colour, marginBottom: 18 },
            section.name,
          ),
        headline ? headlineOf(headline, look) : nameplate(outlet, look),
      ]),
      headline ? foot(outlet.name, look) : undefined,
    ],
  )
}

function headlineOf(headline: string, { serif }: CardLook): Box {
  const length = Array.from(headline).length
  const [, fontSize = 56] = SIZES.find(([most]) => length <= most) ?? []
  const lines = Math.floor(400 / (fontSize * 1.12))
  return text(
    {
      fontFamily: serif,
      fontSize,
      lineHeight: 1.12,
      lineClamp: lines,
      display: 'block',
      wordBreak: 'break-word',
    },
    headline,
  )
}

function nameplate({ name, tagline }: CardContent['outlet'], { colours, serif, sans }: CardLook): Box {
  return column({}, [
    text({ fontFamily: serif, fontSize: name.length > 16 ? 96 : 150, lineHeight: 1.1 }, name),
    text({ fontFamily: sans, fontSize: 38, lineHeight: 1.3, color: colours.muted, marginTop: 18 }, tagline),
  ])
}

function foot(name: string, { colours, serif }: CardLook): Box {
  return column({ margin: '0 72px', padding: '24px 0 34px', borderTop: `2px solid ${colours.rule}` }, [
    text({ fontFamily: serif, fontSize: 40 }, name),
  ])
}

function column(style: Box['props']['style'], children: (Box | undefined)[]): Box {
  return { type: 'div', props: { style: { display: 'flex', flexDirection: 'column', ...style }, children } }
}

function text(style: Box['props']['style'], words: string): Box {
  return { type: 'div', props: { style, children: words } }
}

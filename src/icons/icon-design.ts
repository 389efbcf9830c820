import { withoutEmoji } from '#cards/draw.ts'
import { look } from '#cards/look.ts'
import { escapeXml } from '#syndication/xml-text.ts'
import { type Outline, outlineOf, SHEET } from './outline.ts'

/** What icons are drawn from. */
export interface IconSubject {
  /** The outlet's name. */
  name: string
  /** Language of the name's first letter, whose capital it decides. */
  locale: string
}

/** Colours of the icons: `mark` on `ground`, and in a logo the name in `ink` on `paper`. */
export interface IconColours {
  ground: string
  mark: string
  ink: string
  paper: string
}

export const ICON_COLOURS: IconColours = {
  ground: look.colours.accent,
  mark: look.colours['accent-ink'],
  ink: look.colours.ink,
  paper: look.colours.paper,
}

/** Units of an icon's side. */
const SIDE = 64
/** The part of the side that a mark may fill: what letters are as wide as high have room for. */
const WIDEST = 0.75
const HIGHEST = 0.55
/** What of that fits the middle of an icon that phones cut to a shape of their own. */
const WITHIN_MASK = 0.8

const LOGO = { height: 120, mark: 88, margin: 16, gap: 24, letters: 0.92, widest: 1200 }

/** How an icon is cut: with round corners, to the edge, or so that a phone may cut it. */
export type IconShape = 'round' | 'square' | 'maskable'

/** An icon as SVG: the first letter of the outlet's name. */
export async function iconDesign(
  subject: IconSubject,
  shape: IconShape,
  colours: IconColours = ICON_COLOURS,
): Promise<string> {
  const mark = await markOf(subject)
  return svgOf(SIDE, SIDE, [
    `<title>${escapeXml(subject.name)}</title>`,
    ground(0, 0, SIDE, shape === 'round', colours),
    placed(mark, 0, 0, SIDE, shape === 'maskable' ? WITHIN_MASK : 1, colours),
  ])
}

/** The outlet's mark and name beside each other as SVG; where the fonts lack a letter of the name, the mark alone. */
export async function logoDesign(subject: IconSubject, colours: IconColours = ICON_COLOURS): Promise<string> {
  const [mark, name, capital] = await Promise.all([
    markOf(subject),
    outlineOf(withoutEmoji(subject.name)),
    outlineOf('H'),
  ])
  const { height, margin, gap } = LOGO
  const top = (height - LOGO.mark) / 2
  const start = margin + LOGO.mark + gap
  const room = LOGO.widest - start - margin
  const scale = name && Math.min(LOGO.letters, room / (name.right - name.left))
  const width =
    name && scale ? Math.ceil(start + (name.right - name.left) * scale + margin) : LOGO.mark + 2 * margin
  // The capitals stand in the middle, whatever hangs below the line.
  const middle = capital ? (capital.top + capital.bottom) / 2 : 0
  return svgOf(width, height, [
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ground(margin, top, LOGO.mark, true, colours),
    placed(mark, margin, top, LOGO.mark, 1, colours),
    name && scale
      ? drawn(name, { x: start - name.left * scale, y: height / 2 - middle * scale, scale }, colours.ink)
      : '',
  ])
}

/** The first letter or digit of the name, as a capital. */
async function markOf({ name, locale }: IconSubject): Promise<Outline> {
  const [first] = /[\p{L}\p{N}]\p{M}*/u.exec(name.normalize('NFC')) ?? []
  return (first && (await outlineOf(first.toLocaleUpperCase(locale)))) || SHEET
}

/** A mark in the middle of a square, as large as it may be there. */
function placed(
  mark: Outline,
  left: number,
  top: number,
  side: number,
  share: number,
  colours: IconColours,
): string {
  const [width, height] = [mark.right - mark.left, mark.bottom - mark.top]
  const scale = side * share * Math.min(WIDEST / width, HIGHEST / height)
  const x = left + side / 2 - (mark.left + width / 2) * scale
  const y = top + side / 2 - (mark.top + height / 2) * scale
  return drawn(mark, { x, y, scale }, colours.mark)
}

function ground(left: number, top: number, side: number, isRound: boolean, colours: IconColours): string {
  const corner = isRound ? ` rx="${short((side * 12) / 64)}"` : ''
  return `<rect x="${left}" y="${top}" width="${side}" height="${side}"${corner} fill="${colours.ground}"/>`
}

function drawn({ path }: Outline, at: { x: number; y: number; scale: number }, colour: string): string {
  const transform = `translate(${short(at.x)} ${short(at.y)}) scale(${short(at.scale)})`
  return `<path fill="${colour}" transform="${transform}" d="${path}"/>`
}

function svgOf(width: number, height: number, parts: readonly string[]): string {
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`
}

/** To a thousandth: enough for half a pixel of the largest icon. */
function short(number: number): string {
  return String(Math.round(number * 10_000) / 10_000)
}

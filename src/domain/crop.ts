interface Size {
  width: number
  height: number
}

/** What of a picture matters, in percent from its left and upper edge. */
export interface Focus {
  x: number
  y: number
}

const CENTRE: Focus = { x: 50, y: 50 }

/**
 * The largest part of a picture with the proportion `ratio`, width to height.
 * Its focus stands as far into the part as into the whole, which is the rule of
 * CSS's `object-position`: so a page and a crop show the same.
 * @returns pixels, within the picture.
 */
export function cropOf(
  whole: Size,
  ratio: number,
  { x, y }: Focus = CENTRE,
): Size & { left: number; top: number } {
  const width = Math.max(1, Math.min(whole.width, Math.round(whole.height * ratio)))
  const height = Math.max(1, Math.min(whole.height, Math.round(whole.width / ratio)))
  return {
    left: Math.round(((whole.width - width) * x) / 100),
    top: Math.round(((whole.height - height) * y) / 100),
    width,
    height,
  }
}

/** The focus as CSS writes a position, `30% 20%`. */
export function positionOf({ x, y }: Focus): string {
  return `${x}% ${y}%`
}

/**
 * The focus as a page may carry it, in tens of percent: no policy for readers
 * lets styles in as attributes, so `styles/focus.css` has a rule for each.
 */
export function focusAttributes({ x, y }: Focus): { 'data-focus-x': number; 'data-focus-y': number } {
  const tens = (percent: number) => 10 * Math.round(percent / 10)
  return { 'data-focus-x': tens(x), 'data-focus-y': tens(y) }
}

/** What `positionOf` wrote; undefined for any other text. */
export function parsePosition(text: string | undefined): Focus | undefined {
  const [, x, y] = /^([\d.]+)% ([\d.]+)%$/.exec(text ?? '') ?? []
  return x === undefined || y === undefined ? undefined : { x: Number(x), y: Number(y) }
}

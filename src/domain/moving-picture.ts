import type { ImageFile } from './article.ts'

/** The formats whose pictures may move and are read as such; of those that a page shows, WebP alone. */
export function isMovingFormat(format: string): boolean {
  return format === 'gif' || format === 'webp'
}

/**
 * Attributes by which a picture stands still: in a list, or beside a name,
 * one that moves would draw the reader away from all others.
 */
export function asStill({ frames = 1 }: Pick<ImageFile, 'frames'>): { format?: 'avif' } {
  return frames > 1 ? { format: 'avif' } : {}
}

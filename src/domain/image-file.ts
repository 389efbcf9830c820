/** An image file as the page builder knows it: address, size in pixels. */
export interface ImageFile {
  src: string
  width: number
  height: number
  format: 'png' | 'jpg' | 'jpeg' | 'tiff' | 'webp' | 'gif' | 'svg' | 'avif' | 'apng'
  /** Of one that moves; absent for one that does not. */
  frames?: number | undefined
}

export interface BodyImage {
  path: string
  file: ImageFile
}

/**
 * Files of `public/` that browsers, phones, feeds and search engines ask for by these names. Those that an outlet does
 * not have are drawn from its name.
 */
export const ICON_FILES = [
  'favicon.svg',
  'favicon.ico',
  'apple-touch-icon.png',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable-512.png',
  'logo.png',
] as const

export type IconFile = (typeof ICON_FILES)[number]

/** Whether a path from the front page is one of them. */
export function isIconFile(path: string): path is IconFile {
  return (ICON_FILES as readonly string[]).includes(path)
}

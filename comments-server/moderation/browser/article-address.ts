/** Where the comments of a path stand on the outlet's site; undefined for what a reader made up to lead elsewhere. */
export function articleAddress(path: string, outlet: string): string | undefined {
  if (!path.startsWith('/') || !URL.canParse(path, outlet)) return undefined
  const { origin, pathname } = new URL(path, outlet)
  return origin === new URL(outlet).origin ? `${origin}${pathname}#comments` : undefined
}

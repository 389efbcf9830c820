/** Queries by which WordPress finds a post, page or attachment wherever it lies. */
const BY_ID = new Set(['p', 'page_id', 'attachment_id'])

/** What of an address of WordPress's tells one page from another: a number where it has one, else the path. */
export function pathOf({ pathname, searchParams }: URL): string {
  for (const [key, value] of searchParams) {
    if (BY_ID.has(key)) return addressById(value) ?? pathname
  }
  return pathname
}

/** The address by number at which WordPress has a post, a page or an attachment: it counts them together. */
export function addressById(id: string): string | undefined {
  return /^[1-9]\d{0,14}$/.test(id) ? `/?p=${id}` : undefined
}

/** Where an item was, its permalink first; one that the export does not tell is made of its name. */
export function addressesOf({
  link,
  guid,
  id,
  name,
}: Record<'link' | 'guid' | 'id' | 'name', string>): string[] {
  const permanent = URL.parse(guid)
  return [
    link || (name && `/${name}/`),
    addressById(id) ?? '',
    permanent && pathOf(permanent).startsWith('/?p=') ? guid : '',
  ].filter(Boolean)
}

/** The last part of the address of an author's page, which WordPress makes of the name to sign in by. */
export function nicenameOf(login: string): string {
  return login
    .normalize('NFD')
    .toLowerCase()
    .replace(/[.\s]+/g, '-')
    .replace(/[^\w-]/g, '')
}

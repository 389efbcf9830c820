import { freeSlug, slugFrom } from './slug-text.ts'
import type { Item } from './item.ts'
import { plainLine, shorten } from './plain-text.ts'
import type { Survey } from './survey.ts'

export interface Byline {
  slug: string
  name: string
}

/**
 * The authors of the posts. A slug is that of the author's old page; where one
 * signs in with an e-mail address, it is made of the name instead.
 */
export class Bylines {
  private readonly byLogin = new Map<string, Byline>()
  private readonly taken = new Set<string>()
  private readonly survey: Pick<Survey, 'authors' | 'title'>

  constructor(survey: Pick<Survey, 'authors' | 'title'>) {
    this.survey = survey
  }

  /** All who have an item or whom the export names. */
  get all(): Byline[] {
    for (const login of this.survey.authors.keys()) this.named(login)
    return [...this.byLogin.values()]
  }

  /** Those of an item; guests whom the plug-in Co-Authors Plus names come before the one who filed it. */
  of(item: Item): Byline[] {
    const guests = item.terms
      .filter(({ domain, name }) => domain === 'author' && name !== '')
      .map(({ nicename, name }) => this.named(nicename.replace(/^cap-/, '') || name, name))
    const filed = guests.length > 0 ? [] : [this.named(item.creator || this.survey.title || 'newsroom')]
    return [...new Set([...guests, ...filed])]
  }

  private named(login: string, guestName = ''): Byline {
    const known = this.byLogin.get(login)
    if (known) return known
    const displayName = this.survey.authors.get(login)?.name || guestName
    const name = plainLine(displayName) || plainLine(login.replace(/@.*$/, '')) || 'Author'
    const slug = (login.includes('@') ? '' : slugFrom(login)) || slugFrom(name) || 'author'
    const byline = { slug: freeSlug(slug, (wanted) => this.taken.has(wanted)), name: shorten(name, 100) }
    this.taken.add(byline.slug)
    this.byLogin.set(login, byline)
    return byline
  }
}

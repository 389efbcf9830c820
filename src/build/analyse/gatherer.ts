import { contentDigest } from '#cache/content-digest.ts'
import type { Facts } from './facts.ts'
import { type Fault, faultText } from './fault.ts'
import { jsonValues } from './json-values.ts'
import type { OwnAddress } from './own-address.ts'
import type { SearchedPage } from './searched-page.ts'

const ABSOLUTE = /^https?:\/\/[^\s<>"]+$/
/** Names of what may be an address, but stays the same when the page moves. */
const PERMANENT = new Set(['id', 'guid', '@id'])

/** Collects what one file of the output names and has. */
export class Gatherer {
  readonly #links = new Set<string>()
  readonly #authored = new Set<string>()
  readonly #ids = new Set<string>()
  readonly #faults = new Set<string>()
  #searched: string[] = []
  readonly #own: OwnAddress
  readonly #path: string

  /** @param path of the file's address, from the host's root */
  constructor(path: string, own: OwnAddress) {
    this.#path = path
    this.#own = own
  }

  /** An address as it stands in the file. */
  link(written: string, isAuthored = false): void {
    const address = this.#own(written, this.#path)
    if (address === null)
      this.fault({ rule: 'bad-address', message: `names "${written}", which is no address. Mend the link.` })
    else if (address !== undefined) (isAuthored ? this.#authored : this.#links).add(address)
  }

  /** A field's text, if it is an address as a whole; whether it was one. */
  value(name: string, text: string): boolean {
    const isAddress = ABSOLUTE.test(text)
    if (isAddress && !PERMANENT.has(name)) this.link(text)
    return isAddress
  }

  /** The fields of a JSON document; those that are no addresses are returned. */
  json(text: string): { name: string; value: string }[] {
    try {
      return jsonValues(text).filter(({ name, value }) => !this.value(name, value))
    } catch (error) {
      const message = `holds JSON that cannot be read (${(error as Error).message}). See what writes it.`
      this.fault({ rule: 'bad-json', message })
      return []
    }
  }

  id(id: string): void {
    this.#ids.add(id)
  }

  fault(fault: Fault): void {
    this.#faults.add(faultText(fault))
  }

  /** What search reads of the page. */
  searched({ language, published, html }: SearchedPage): void {
    this.#searched = [language, published, contentDigest(html)]
  }

  facts(kind: Facts['kind']): Facts {
    return {
      kind,
      links: [...this.#links],
      authored: [...this.#authored],
      ids: [...this.#ids],
      faults: [...this.#faults],
      searched: this.#searched,
    }
  }
}

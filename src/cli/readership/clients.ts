import { hash, randomBytes } from 'node:crypto'

const HEX_DIGITS = 12

/**
 * Distinguishes clients by a keyed hash of address and user agent: BLAKE2s of the
 * key and both, which is a sound code of this kind as BLAKE2 cannot be extended
 * (RFC 7693). The key is made when a run begins, is kept nowhere and ends with
 * it, so that nobody can find out later who a hash stood for, by trying all
 * addresses either.
 */
export class Clients {
  private readonly key = randomBytes(32).toString('hex')

  /** A number of 48 bits. */
  hashOf(address: string, userAgent: string | undefined): number {
    // The one-shot function: an HMAC object for each client would take most of a run's time.
    const digest = hash('blake2s256', `${this.key}${address}\0${userAgent ?? ''}`)
    return Number.parseInt(digest.slice(0, HEX_DIGITS), 16)
  }
}

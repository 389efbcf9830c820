import { createHmac, randomBytes } from 'node:crypto'

/** Clients whose hash is at hand; the rest is reckoned again. */
const REMEMBERED = 100_000
const HASH_BYTES = 6

/**
 * Tells clients apart by a keyed hash (HMAC-SHA-256) of address and user agent.
 * The key is made when a run begins, is kept nowhere and ends with it, so that
 * nobody can find out later who a hash stood for, by trying all addresses
 * either.
 */
export class Clients {
  private readonly key = randomBytes(32)
  private readonly remembered = new Map<string, number>()

  /** Of 48 bits. */
  hashOf(address: string, userAgent: string | undefined): number {
    const client = `${address}\0${userAgent ?? ''}`
    const known = this.remembered.get(client)
    if (known !== undefined) return known
    if (this.remembered.size >= REMEMBERED) this.remembered.clear()
    const hash = createHmac('sha256', this.key).update(client).digest().readUIntBE(0, HASH_BYTES)
    this.remembered.set(client, hash)
    return hash
  }
}

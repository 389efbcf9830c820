import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 32
// Waline waits for it, and every reader with it: about a tenth of a second.
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** Waline's `encryptPassword`: scrypt in place of its own salted MD5. A hash is `scrypt$salt$key`, both base64. */
export class ScryptPassword {
  hashPassword(password: string): string {
    const salt = randomBytes(16)
    return `scrypt$${salt.toString('base64')}$${derive(password, salt).toString('base64')}`
  }

  /** False for a hash of another kind, too. */
  checkPassword(password: string, hash: string): boolean {
    const [kind, salt, key] = hash.split('$')
    if (kind !== 'scrypt' || !salt || !key) return false
    const expected = Buffer.from(key, 'base64')
    const derived = derive(password, Buffer.from(salt, 'base64'))
    return expected.length === derived.length && timingSafeEqual(expected, derived)
  }
}

function derive(password: string, salt: Buffer): Buffer {
  return scryptSync(password.normalize('NFC'), salt, KEY_BYTES, COST)
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A webhook's request as it came: nothing of it is believed yet. */
export interface Delivery {
  headers: IncomingHttpHeaders
  body: Buffer
}

/** What says who sent a delivery, or why nobody believes it. */
export type Verdict = { mark: string; payload: Buffer } | { refused: string }

/** What GitLab's signing tokens begin with. */
const SIGNING_TOKEN = 'whsec_'
/** Seconds that a signed moment may lie from the clock's: the tolerance of Standard Webhooks. */
const TOLERANCE = 5 * 60

/**
 * Whether whoever holds the secret has sent a delivery. A signature that is there must be right: a delivery with a wrong
 * one is refused, whatever else it brings.
 *
 * - GitHub: `X-Hub-Signature-256` is `sha256=` and HMAC-SHA256 of the body in hexadecimal digits
 *   (https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries).
 * - Forgejo and Gitea: `X-Forgejo-Signature` and `X-Gitea-Signature` are the same without a prefix; they send GitHub's
 *   header too (https://forgejo.org/docs/latest/user/webhooks/). Of a form they sign the payload in it, GitHub the form.
 * - GitLab: `webhook-signature` holds `v1,` and, in base64, HMAC-SHA256 of `webhook-id.webhook-timestamp.body` under a
 *   signing token, `whsec_…`; older versions send the secret token itself as `X-Gitlab-Token`
 *   (https://docs.gitlab.com/user/project/integrations/webhooks/).
 *
 * @param now milliseconds since 1970
 * @returns `mark` is the same for a delivery that is sent again
 */
export function verifyDelivery({ headers, body }: Delivery, secret: string, now: number): Verdict {
  const payload = payloadOf(headers, body)
  const header = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value.trim() : undefined
  }
  const signature =
    header('x-hub-signature-256') ?? header('x-forgejo-signature') ?? header('x-gitea-signature')
  if (signature !== undefined) {
    const digits = signature.replace(/^sha256=/, '')
    if (!/^[\da-f]{64}$/i.test(digits)) return { refused: 'the signature is not 64 hexadecimal digits' }
    const given = Buffer.from(digits, 'hex')
    const isRight = [body, payload].some((signed) => isSame(given, hmac(secret, signed)))
    return isRight ? { mark: digits.toLowerCase(), payload } : { refused: 'the signature is wrong' }
  }
  const signatures = header('webhook-signature')
  if (signatures !== undefined) return verifySigned(header, signatures, { body, payload, secret, now })
  const token = header('x-gitlab-token')
  if (token === undefined || secret.startsWith(SIGNING_TOKEN)) return { refused: 'it has no signature' }
  if (!isSame(hmac('', Buffer.from(token)), hmac('', Buffer.from(secret))))
    return { refused: 'the token is wrong' }
  const id = header('idempotency-key') ?? header('webhook-id') ?? header('x-gitlab-event-uuid') ?? ''
  return { mark: hmac(id, body).toString('hex'), payload }
}

/** By the rules of Standard Webhooks. */
function verifySigned(
  header: (name: string) => string | undefined,
  signatures: string,
  { body, payload, secret, now }: { body: Buffer; payload: Buffer; secret: string; now: number },
): Verdict {
  if (!secret.startsWith(SIGNING_TOKEN))
    return { refused: 'it is signed, but PUBLISHER_WEBHOOK_SECRET is no signing token (whsec_…)' }
  const [id, timestamp] = [header('webhook-id'), header('webhook-timestamp')]
  if (!id || !timestamp || !/^\d{1,12}$/.test(timestamp))
    return { refused: 'it has a signature, but no moment or number' }
  if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE)
    return {
      refused: `it was signed more than ${TOLERANCE / 60} minutes before or after this machine’s clock`,
    }
  const key = Buffer.from(secret.slice(SIGNING_TOKEN.length), 'base64')
  const expected = hmac(key, Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]))
  const isRight = signatures.split(' ').some((one) => {
    const [version, digest = ''] = one.split(',')
    return version === 'v1' && isSame(Buffer.from(digest, 'base64'), expected)
  })
  return isRight ? { mark: id, payload } : { refused: 'the signature is wrong' }
}

/** The JSON of a delivery, which may come as a field of a form. */
function payloadOf(headers: IncomingHttpHeaders, body: Buffer): Buffer {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return body
  return Buffer.from(new URLSearchParams(body.toString()).get('payload') ?? '')
}

function hmac(key: string | Buffer, text: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected)
}

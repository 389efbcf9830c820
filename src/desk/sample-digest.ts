import { contentDigest } from '#cache/content-digest.ts'

/** Digits of a digest in the list. */
const LENGTH = 16

/** The digest of a file as the list of the sample's files has it: the same however git ends lines on a system. */
export function sampleDigest(bytes: Uint8Array): string {
  return contentDigest(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n')).slice(0, LENGTH)
}

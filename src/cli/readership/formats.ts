import { caddyReader, isCaddyLine } from './formats/caddy.ts'
import { CloudFrontReader, isCloudFrontHeader } from './formats/cloudfront.ts'
import { CombinedReader } from './formats/combined.ts'
import { isLogpushLine, logpushReader } from './formats/logpush.ts'
import type { RequestReader } from './request.ts'

export interface LogFormat {
  name: string
  /** Whether one of a log's first lines is of this format. */
  recognises: (line: string) => boolean
  reader: () => RequestReader
}

/** Every format of access logs, the more particular before the more general. */
export const LOG_FORMATS: readonly LogFormat[] = [
  { name: 'Caddy, JSON', recognises: isCaddyLine, reader: caddyReader },
  { name: 'Cloudflare Logpush', recognises: isLogpushLine, reader: logpushReader },
  {
    name: 'CloudFront, standard log',
    recognises: isCloudFrontHeader,
    reader: () => new CloudFrontReader(),
  },
  {
    name: 'nginx or Apache, combined',
    recognises: (line) => combined(line)?.userAgent !== undefined,
    reader: () => new CombinedReader(),
  },
  {
    name: 'nginx or Apache, common',
    recognises: (line) => combined(line) !== undefined,
    reader: () => new CombinedReader(),
  },
]

function combined(line: string): CombinedReader | undefined {
  const reader = new CombinedReader()
  const bytes = Buffer.from(line)
  return reader.read(bytes, 0, bytes.length) === 'request' ? reader : undefined
}

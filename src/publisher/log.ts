/** One thing that has happened: what, in words, and its data. */
export interface LogLine {
  level: 'info' | 'warning' | 'error'
  message: string
  /** For whoever reads lines by a program. */
  data?: Record<string, unknown>
}

export type Log = (line: LogLine) => void

/** Secrets that are shorter stand in many words. */
const SHORTEST = 6

/**
 * Writes a line each: `2026-01-02T03:04:05Z error …`, or JSON. Whatever a message holds, no line of it can pass for
 * another one, and no secret is in it.
 */
export function logTo(
  write: (line: string) => void,
  {
    format,
    secrets,
    now,
  }: { format: 'text' | 'json'; secrets: readonly (string | undefined)[]; now: () => number },
): Log {
  const hidden = secrets.flatMap((secret) =>
    secret !== undefined && secret.length >= SHORTEST ? [secret] : [],
  )
  const clean = (text: string) => hidden.reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text)
  return ({ level, message, data = {} }) => {
    const time = new Date(now()).toISOString()
    if (format === 'json') return write(clean(JSON.stringify({ time, level, message, ...data })))
    const [first = '', ...rest] = message.split('\n')
    write(
      clean([`${time} ${level} ${visible(first)}`, ...rest.map((line) => `  ${visible(line)}`)].join('\n')),
    )
  }
}

/** Control characters as their numbers: they could forge a line, or a terminal's display. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

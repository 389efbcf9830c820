import { LOG_FORMATS } from './formats.ts'
import type { OpenLog } from './open-log.ts'

const SHOWN = 200

/** What to say of a file that is in none of the known formats. */
export function unknownFormat({ name, head }: OpenLog): string {
  const first = head.toString('utf8').split(/\r?\n/)[0] ?? ''
  const shown = first.length > SHOWN ? `${first.slice(0, SHOWN)} …` : first
  const known = [...LOG_FORMATS.map(({ name }) => name), 'CSV with columns for path and views or date']
  return [
    `${name} is in none of the formats that are known: ${known.join('; ')}.`,
    `Its first line is: ${JSON.stringify(shown)}`,
    'Columns of a CSV file can be named with --path-column, --views-column and --date-column.',
  ].join('\n')
}

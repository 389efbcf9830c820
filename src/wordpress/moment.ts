import { parseMoment } from '#domain/zoned-time.ts'

const SQL = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/

/** The moment of a date as WordPress's database writes it; undefined for `0000-00-00 00:00:00` and what does not exist. */
export function sqlMoment(text: string, timeZone: string): Date | undefined {
  const [, day, time] = SQL.exec(text.trim()) ?? []
  if (!day || day.startsWith('0000') || day.startsWith('-')) return undefined
  return parseMoment(`${day}T${time}`, timeZone)
}

/** The moment of a date in a feed; WordPress writes `Mon, 30 Nov -0001` for none. */
export function feedMoment(text: string): Date | undefined {
  if (text === '' || text.includes('-0001')) return undefined
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1 ? undefined : moment
}

import type { Contributor } from '#domain/article.ts'
import { site } from '#site.ts'
import { dictionaryFor } from './dictionary.ts'
import { formatDate, formatMoment } from './format.ts'

/** The chrome's texts and dates, in the language that the config names. */
export const t = dictionaryFor(site.locale)

export const showMoment = (moment: Date) => formatMoment(moment, site.locale, site.timeZone)
export const showDate = (moment: Date) => formatDate(moment, site.locale, site.timeZone)
export const showRole = (role: Contributor['role']) => t.roles[role]

import { select, text } from '@clack/prompts'
import { answerTo, BrokenOff, type Terminal } from '../terminal.ts'
import { HOSTS, type Host } from './hosts.ts'
import {
  defaultOf,
  faultOf,
  type GivenOutlet,
  type Outlet,
  type Setting,
  textsOf,
  withDefaults,
} from './outlet.ts'

/** What is asked for, in this order. */
const QUESTIONS: Record<Setting, string> = {
  name: 'Name of the outlet',
  tagline: 'A few words under it',
  url: 'Address of the site',
  locale: 'Language of menus and labels',
  articleLanguage: 'Language of the articles',
  timeZone: 'Time zone',
}

/**
 * Asks for all that is not given yet; undefined when whoever answers breaks off.
 * @param folder the outlet's
 * @param withHost whether it matters where the outlet is published
 */
export async function askForOutlet(
  given: GivenOutlet,
  folder: string,
  { input, output }: Terminal,
  { withHost = true } = {},
): Promise<Outlet | undefined> {
  const io = { input, output }
  const wanted = { ...given }
  try {
    for (const [setting, message] of Object.entries(QUESTIONS) as [Setting, string][]) {
      if (wanted[setting] !== undefined) continue
      const initial = defaultOf(setting, wanted, folder)
      const validate = (value = '') => faultOf(setting, value || initial)
      wanted[setting] = await answerTo(
        text({ ...io, message, placeholder: initial, defaultValue: initial, validate }),
      )
    }
    wanted.sections ??= await listed('Sections, with commas between them', 'sections', [
      ...textsOf(wanted).sections,
    ])
    wanted.people ??= await listed('People who write, with commas between them', 'people', [
      textsOf(wanted).newsroom,
    ])
    wanted.comments ??= await answerTo(
      text({
        ...io,
        message: 'Address of your server for readers’ comments; Enter for no comments',
        defaultValue: 'none',
        validate: (value = '') => faultOf('comments', value || 'none'),
      }),
    )
    if (withHost) {
      const options = Object.entries(HOSTS).map(([value, { label }]) => ({ value: value as Host, label }))
      wanted.host ??= await answerTo(select({ ...io, message: 'Where is it published?', options }))
    }
    return withDefaults(wanted, folder)
  } catch (error) {
    if (error instanceof BrokenOff) return undefined
    throw error
  }

  async function listed(message: string, key: 'sections' | 'people', usual: string[]): Promise<string[]> {
    const initial = usual.join(', ')
    const validate = (value = '') => faultOf(key, namesIn(value || initial))
    return namesIn(
      await answerTo(text({ ...io, message, placeholder: initial, defaultValue: initial, validate })),
    )
  }
}

/** Names with commas between them. */
export function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

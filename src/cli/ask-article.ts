import { multiselect, select, text } from '@clack/prompts'
import { faultIn } from '#desk/field-fault.ts'
import type { NewsroomFiles } from '#desk/read-newsroom.ts'
import type { Source } from '#desk/source.ts'
import type { Site } from '#domain/site.ts'
import { type Given, isDraft } from './given-article.ts'
import { answerTo, BrokenOff, type Terminal } from './terminal.ts'

/** Asks for all that is not given yet; undefined when the author breaks off. */
export async function askForMissing(
  given: Given,
  { sources }: NewsroomFiles,
  site: Site,
  { input, output }: Terminal,
): Promise<Given | undefined> {
  const io = { input, output }
  const sound =
    (field: string) =>
    (value: unknown = '') => {
      const fault = faultIn(field, value, site)
      return fault && `It ${fault}.`
    }
  const optional = (check: (value: unknown) => string | undefined) => (value: string | undefined) =>
    value ? check(value) : undefined
  try {
    const wanted = { ...given }
    wanted.title ??= await answerTo(text({ ...io, message: 'Title', validate: sound('title') }))
    wanted.category ??= await answerTo(
      select({ ...io, message: 'Category', options: optionsOf(sources.categories, 'categories') }),
    )
    wanted.authors ??= await answerTo(
      multiselect({ ...io, message: 'Authors', options: optionsOf(sources.authors, 'authors') }),
    )
    wanted.tags ??= listed(
      await answerTo(
        text({
          ...io,
          message: 'Tags, with commas between them; Enter for none',
          defaultValue: '',
          validate: optional((value) => sound('tags')(listed(String(value)))),
        }),
      ),
    )
    if (wanted.publishedAt === undefined && wanted.draft === undefined) {
      const moment = await answerTo(
        text({
          ...io,
          message: `When is it to be published, such as 2025-07-04T22:13 in ${site.timeZone}? Enter for a draft`,
          defaultValue: '',
          validate: optional(sound('publishedAt')),
        }),
      )
      wanted.publishedAt = moment || undefined
    }
    if (wanted.description === undefined) {
      const later = isDraft(wanted)
      const described = await answerTo(
        text({
          ...io,
          message: `Description, the sentence under the title${later ? '; Enter to write it later' : ''}`,
          validate: later ? optional(sound('description')) : sound('description'),
        }),
      )
      wanted.description = described || undefined
    }
    return wanted
  } catch (error) {
    if (error instanceof BrokenOff) return undefined
    throw error
  }
}

function optionsOf(sources: readonly Source[], folder: string) {
  if (sources.length === 0) throw new Error(`There is nothing to choose from in src/content/${folder}/.`)
  return sources.map(({ slug, data }) => ({ value: slug, label: String(data.name), hint: slug }))
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

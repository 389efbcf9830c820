import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newsroomFolder, pathFrom } from '#desk/folder.ts'
import { NewsroomError } from '#desk/problem.ts'
import { readTexts } from '#desk/read-texts.ts'
import { isLanguage } from '#domain/language.ts'
import { isOwnLanguage, languagesWith } from '#i18n/dictionary.ts'
import { en } from '#i18n/en.ts'
import { languageName, missingAsComments, startTexts } from '#i18n/start-texts.ts'

/**
 * Writes a file in which an outlet's texts of a language begin, or where there is one prints what it lacks. Returns 0.
 * @throws Error for what is no language, or a file that cannot be read
 */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [tag] = positionals
  if (tag === undefined || positionals.length > 1)
    throw new Error('Name one language by its tag, for Malay: npm run news -- texts ms')
  if (!isLanguage(tag)) throw new Error(`"${tag}" is no language: its tag is wanted, such as "ms" for Malay.`)
  const locale = new Intl.Locale(tag).baseName
  const folder = newsroomFolder()
  const path = join(folder.texts, `${locale}.ts`)
  const file = pathFrom(folder.root, path)
  if (existsSync(path)) {
    const { texts, problems } = await readTexts(folder)
    if (problems.length > 0) throw new NewsroomError(problems)
    const missing = isOwnLanguage(locale) ? '' : missingAsComments(en, [texts[locale]], locale)
    console.log(missing ? `${file} lacks:\n\n${missing}` : `${file} is there, and lacks nothing.`)
    return 0
  }
  await mkdir(folder.texts, { recursive: true })
  await writeFile(path, startTexts(languagesWith().dictionaryFor(locale), locale), { flag: 'wx' })
  console.log(
    `${file} is there, with every text as a comment. Put "locale: '${locale}'" into src/site.config.ts to publish in ${languageName(locale)}.`,
  )
  return 0
}

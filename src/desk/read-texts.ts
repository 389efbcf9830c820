import { canonicalLanguage, isLanguage } from '#domain/language.ts'
import { welcomeNewsroom } from '#guests.ts'
import type { OutletTexts } from '#i18n/dictionary.ts'
import type { Texts } from '#i18n/define-texts.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { loadModule } from './load-module.ts'
import { NewsroomError, type Problem } from './problem.ts'
import { type TextsFile, textsFiles } from './texts-files.ts'

export interface OutletTextsRead {
  /** Of each file that can be read, by its language; what is in them is yet to be judged. */
  texts: OutletTexts
  /** Why others cannot. */
  problems: Problem[]
}

/** An outlet's own texts, from `src/texts/`. */
export async function readTexts(folder: NewsroomFolder): Promise<OutletTextsRead> {
  const texts: Record<string, Texts> = {}
  const fault = await faultOnTheWay(folder.root, folder.texts)
  if (fault) return { texts, problems: [fault] }
  welcomeNewsroom(folder.root)
  const problems: Problem[] = []
  for (const one of textsFiles(folder.texts)) {
    const read = await readOne(folder.root, one)
    if ('problem' in read) problems.push(...read.problem)
    else texts[one.locale] = read.texts
  }
  return { texts, problems }
}

async function readOne(
  root: string,
  { locale, path }: TextsFile,
): Promise<{ texts: Texts } | { problem: readonly Problem[] }> {
  const file = pathFrom(root, path)
  const problem = (message: string) => ({ problem: [{ file, line: 1, column: 1, message }] })
  const fault = await faultOnTheWay(root, path, 'file')
  if (fault) return { problem: [fault] }
  if (!isLanguage(locale))
    return problem(`"${locale}" is no language. Name the file by its tag, such as ms.ts for Malay.`)
  const canonical = canonicalLanguage(locale)
  if (locale !== canonical)
    return problem(`Rename this file to ${canonical}.ts, as that language is written.`)
  try {
    const texts = await loadModule(path, file, 'texts')
    if (typeof texts === 'object' && texts !== null) return { texts }
    return problem('This file exports no texts. Write them as: export default defineTexts({ … }).')
  } catch (error) {
    if (error instanceof NewsroomError) return { problem: error.problems }
    throw error
  }
}

import { readFile, writeFile } from 'node:fs/promises'
import prettier from 'prettier'
import { en } from '#i18n/web-desk/en.ts'
import { withFieldTables } from '#web-desk/field-table.ts'

const DOCUMENT = 'docs/authors.md'

/** The document as it ought to be: with tables that say what the schemas take. */
export async function currentDocument(markdown: string): Promise<string> {
  const options = await prettier.resolveConfig(DOCUMENT)
  return prettier.format(withFieldTables(markdown, en.collections), { ...options, filepath: DOCUMENT })
}

if (import.meta.main) await writeFile(DOCUMENT, await currentDocument(await readFile(DOCUMENT, 'utf8')))

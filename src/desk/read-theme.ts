import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SettingFault, SettingsError } from '#domain/setting-faults.ts'
import { contrastFaults } from '#styles/contrast-faults.ts'
import { faultOfFont } from '#styles/font-bytes.ts'
import { fontPath, isOutlets, outletsPath } from '#styles/font-path.ts'
import { parseTheme, type Theme } from '#styles/theme.ts'
import type { NewsroomFolder } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { readConfig } from './read-config.ts'

/**
 * A newsroom's theme, checked with the fonts that it names; without one, the program's own.
 * @throws NewsroomError with every bad key at its place, or why it cannot be loaded
 */
export async function readTheme({ root, theme: path }: NewsroomFolder): Promise<Theme> {
  if (!existsSync(path)) return parseTheme({})
  return readConfig(root, path, async (input, file) => {
    const theme = parseTheme(input, file)
    const faults = [...contrastFaults(theme, input), ...(await fontFaults(theme, root))]
    if (faults.length > 0) throw new SettingsError(file, faults)
    return theme
  })
}

async function fontFaults({ fonts }: Theme, root: string): Promise<SettingFault[]> {
  const named = Object.entries(fonts).flatMap(([kind, { files, card = [] }]) => [
    ...files.map(({ file }, i) => ({ path: ['fonts', kind, 'files', i, 'file'], file, forCard: false })),
    ...card.map((file, i) => ({ path: ['fonts', kind, 'card', i], file, forCard: true })),
  ])
  const found = await Promise.all(
    named.map(async ({ path, file, forCard }) => ({ path, why: await whyUnusable(file, root, forCard) })),
  )
  return found.flatMap(({ path, why }) =>
    why === undefined ? [] : [{ path, message: `"${path.join('.')}": ${why}` }],
  )
}

async function whyUnusable(file: string, root: string, forCard: boolean): Promise<string | undefined> {
  if (isOutlets(file)) {
    // A link could publish any file that the builder can read.
    const fault = await faultOnTheWay(root, join(root, outletsPath(file)), 'file')
    if (fault) return `${fault.file}: ${fault.message}`
  }
  try {
    return faultOfFont(readFileSync(fontPath(file, root)), { forCard })
  } catch (error) {
    return (error as Error).message
  }
}

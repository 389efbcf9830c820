import { readFileSync, realpathSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import satisfies from 'semver/functions/satisfies.js'
import validRange from 'semver/ranges/valid.js'
import { PROGRAM_PACKAGE, programVersion } from '#program-package.ts'
import { PROGRAM_ROOT } from '#program-root.ts'
import { parseJson } from '../parse-json.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

const NAME = 'warta'
const MANIFEST = 'package.json'

/** A copy of the program: its version, and the absolute folder of its package.json. */
interface Copy {
  version: string
  folder: string
  /** Whether it is a checkout, which may be tried on an outlet of another version. */
  isCheckout: boolean
}

/** The program that runs is of the version that the outlet asks for, and of the one that is installed for it. */
export function checkProgramVersion({ folder }: Pick<NewsroomFiles, 'folder'>): Problem[] {
  return otherVersions(folder.root, {
    version: programVersion(),
    folder: PROGRAM_PACKAGE,
    isCheckout: PROGRAM_PACKAGE === PROGRAM_ROOT,
  })
}

/**
 * @param root the newsroom's folder, absolute
 * @returns nothing for an outlet without packages
 */
export function otherVersions(root: string, running: Copy): Problem[] {
  const text = textOf(join(root, MANIFEST))
  if (text === undefined) return []
  const parsed = parseJson(text, MANIFEST)
  if ('problem' in parsed) return [parsed.problem]
  const asked = rangeIn(parsed.value)
  if (asked === undefined) return []
  const installed = installedIn(root)
  // Before anything is installed for it, an outlet may be made ready by any program.
  if (!installed) return []
  const place = { file: MANIFEST, ...placeOf(asked, text), column: 1 }
  if (!satisfies(running.version, asked, { includePrerelease: true })) {
    const message = `this outlet asks for ${NAME} ${asked}, and ${running.version} is what runs here. Install what it asks for: npm install`
    return [{ ...place, message, ...(running.isCheckout && { severity: 'warning' }) }]
  }
  if (installed.version === running.version || isSame(installed.folder, running.folder)) return []
  const message = `${NAME} ${installed.version} is installed for this outlet (${installed.folder}), and ${running.version} is what runs here (${running.folder}). Start commands in the outlet's folder, with "npm run", or install what runs: npm install ${NAME}@${running.version}`
  return [{ ...place, message, severity: 'warning' }]
}

/** The versions that a package.json asks for; undefined where it names a file, a repository or nothing. */
function rangeIn(manifest: unknown): string | undefined {
  const { dependencies, devDependencies } = (manifest ?? {}) as Record<string, Record<string, unknown>>
  const asked = dependencies?.[NAME] ?? devDependencies?.[NAME]
  return typeof asked === 'string' && validRange(asked) !== null ? asked : undefined
}

function placeOf(asked: string, text: string): { line: number } {
  const lines = text.split('\n')
  return { line: lines.findIndex((line) => line.includes(`"${NAME}"`) && line.includes(asked)) + 1 || 1 }
}

function installedIn(root: string): Pick<Copy, 'version' | 'folder'> | undefined {
  try {
    const manifest = findPackageJSON(NAME, pathToFileURL(join(root, MANIFEST)))
    if (manifest === undefined) return undefined
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    return { version, folder: dirname(manifest) }
  } catch {
    // Nothing is installed for it.
    return undefined
  }
}

function isSame(a: string, b: string): boolean {
  return realpathSync(a) === realpathSync(b)
}

function textOf(path: string): string | undefined {
  try {
    // Some editors begin a file with a byte order mark, and npm takes it.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

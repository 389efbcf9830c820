import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { PROGRAM_ROOT } from '#program-root.ts'
import type { Files } from './newsroom-files.ts'

/** Signs that some file system forbids in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are among them
const FORBIDDEN = /[<>:"|?*\\\u0000-\u001f\u007f]/
/** Bytes of a name. */
const LONGEST = 200

/** Why no outlet can be put there, with the way out; undefined where it can. */
export function faultOfFolder(folder: string): string | undefined {
  const path = resolve(folder)
  const name = basename(path)
  if (name === '' || FORBIDDEN.test(folder.replace(/^[A-Z]:/i, '')) || /^[-.]|[. ]$/.test(name))
    return `"${folder}" cannot be a folder's name everywhere. Take letters, digits and hyphens: my-paper, say.`
  if (Buffer.byteLength(name) > LONGEST) return `"${name}" is too long for a folder's name.`
  if (path === PROGRAM_ROOT || path.startsWith(PROGRAM_ROOT + sep))
    return `${path} is within the program. An outlet is a folder of its own: name one beside it, ../my-paper say.`
  if (!existsSync(dirname(path)))
    return `There is no folder ${dirname(path)} to put the outlet into. Make it first.`
  if (!statSync(dirname(path)).isDirectory()) return `${dirname(path)} is a file. Name a folder.`
  if (!existsSync(path)) return undefined
  if (!statSync(path).isDirectory()) return `${path} is a file. Give the outlet another name.`
  const [first] = readdirSync(path)
  return first === undefined
    ? undefined
    : `${path} is not empty: it holds ${first}. Name a folder that is not there yet.`
}

interface FolderOptions {
  /** Files and folders that are copied into it: where they lie, and their paths within. */
  copies?: readonly (readonly [from: string, to: string])[]
  /** Looks at the filled folder before it stands in its place. */
  judge?: (written: string) => Promise<void>
}

/**
 * Writes a folder whole or not at all: it is filled beside its place, and moved there once `judge` has let it pass.
 * @param folder for which `faultOfFolder` has no word
 * @throws what `judge` throws, or the file system; nothing is left then
 */
export async function writeFolder(
  folder: string,
  files: Files,
  { copies = [], judge }: FolderOptions = {},
): Promise<void> {
  const path = resolve(folder)
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`)
  try {
    for (const [from, to] of copies) cpSync(from, join(unfinished, to), { recursive: true })
    writeFiles(unfinished, files)
    await judge?.(unfinished)
    if (existsSync(path)) rmdirSync(path)
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Writes files into a folder. @throws where one of them is there */
export function writeFiles(folder: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { flag: 'wx' })
  }
}

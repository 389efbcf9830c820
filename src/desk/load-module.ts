import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseJson } from './parse-json.ts'
import { NewsroomError, type Problem } from './problem.ts'
import { settingPlaces } from './setting-places.ts'

const MANIFEST = 'package.json'

/**
 * What a TypeScript file of a newsroom exports by default, as it is now.
 * @param path absolute
 * @param file the same from the newsroom's folder
 * @param noun what it holds, for the message: `settings`
 * @throws NewsroomError for what is no TypeScript, or stops while it runs
 */
export async function loadModule(path: string, file: string, noun: string): Promise<unknown> {
  try {
    // Node loads an address once, but the development server reads a changed file again. Vite knows the parameter `t`.
    // Astro tries a config that it could not load once more by Vite, which would remark on this line first.
    const version = Math.floor(statSync(path).mtimeMs)
    const module: { default?: unknown } = await import(
      /* @vite-ignore */ `${pathToFileURL(path).href}?t=${version}`
    )
    return module.default
  } catch (error) {
    throw new NewsroomError([await whyNotLoaded(error, path, file, noun)])
  }
}

async function whyNotLoaded(error: unknown, path: string, file: string, noun: string): Promise<Problem> {
  const { fault } = await settingPlaces(path)
  if (fault)
    return {
      file,
      ...fault.place,
      message: `This cannot be read: ${fault.message}. Look for a missing comma, quote or bracket.`,
    }
  const {
    code,
    message,
    stack = '',
  }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
  const manifest = code === 'ERR_INVALID_PACKAGE_CONFIG' ? await manifestFault(path, file) : undefined
  if (manifest) return manifest
  const inFile = new RegExp(String.raw`${RegExp.escape(basename(path))}(?:\?t=\d+)?:(\d+):(\d+)`)
  const [, line = 1, column = 1] = inFile.exec(stack) ?? []
  return {
    file,
    line: Number(line),
    column: Number(column),
    message: `The ${noun} cannot be loaded: ${message}.`,
  }
}

/** What is wrong with the newsroom's package.json: Node loads no module beside one that is no JSON. */
async function manifestFault(path: string, file: string): Promise<Problem | undefined> {
  const text = await readFile(join(path.slice(0, -file.length), MANIFEST), 'utf8').catch(() => undefined)
  const parsed = text === undefined ? undefined : parseJson(text, MANIFEST)
  return parsed && 'problem' in parsed ? parsed.problem : undefined
}

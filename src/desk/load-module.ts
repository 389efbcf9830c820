import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NewsroomError, type Problem } from './problem.ts'
import { settingPlaces } from './setting-places.ts'

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
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const inFile = new RegExp(String.raw`${RegExp.escape(basename(path))}(?:\?t=\d+)?:(\d+):(\d+)`)
  const [, line = 1, column = 1] = inFile.exec(stack) ?? []
  return {
    file,
    line: Number(line),
    column: Number(column),
    message: `The ${noun} cannot be loaded: ${message}.`,
  }
}

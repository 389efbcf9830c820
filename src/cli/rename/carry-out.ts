import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeAtomically } from '#cache/atomic-write.ts'
import type { Moving } from './newsroom-edits.ts'

/**
 * Puts new texts in their places and moves files and folders: all of it, or nothing.
 * @param root the folder from which all are named
 * @param texts by file, before anything moves
 * @throws what the system says of the first step that fails, after every step before it has been taken back
 */
export async function carryOut(
  root: string,
  texts: ReadonlyMap<string, string>,
  moves: readonly Moving[],
): Promise<void> {
  const at = (file: string) => join(root, file)
  const last = (file: string) => join(dirname(at(file)), `.${basename(file)}.old-${process.pid}`)
  /** How to take back what has been done, the last step first. */
  const undo: (() => Promise<unknown>)[] = []
  const leftovers: string[] = []
  const openFolder = async (folder: string) => {
    const made = await mkdir(folder, { recursive: true })
    if (made) undo.unshift(() => rm(made, { recursive: true }))
  }
  try {
    for (const [file, text] of texts) {
      await openFolder(dirname(at(file)))
      if (existsSync(at(file))) {
        await copyFile(at(file), last(file), constants.COPYFILE_EXCL)
        leftovers.push(last(file))
        undo.unshift(() => rename(last(file), at(file)))
      } else undo.unshift(() => rm(at(file), { force: true }))
      writeAtomically(at(file), text)
    }
    for (const { from, to } of moves) {
      if (existsSync(at(to))) throw new Error(`${to} is there already.`)
      await openFolder(dirname(at(to)))
      await rename(at(from), at(to))
      undo.unshift(() => rename(at(to), at(from)))
    }
  } catch (error) {
    await takeBack(undo, error)
    await removeAll(leftovers)
    throw error
  }
  await removeAll(leftovers.map((path) => movedPath(path, moves, at)))
}

/** @throws Error when a step cannot be taken back: what is left to do is the author's, who has git for it */
async function takeBack(undo: readonly (() => Promise<unknown>)[], cause: unknown): Promise<void> {
  try {
    for (const step of undo) await step()
  } catch (error) {
    throw new Error(
      `${String(cause)}\nWhat had been done could not all be taken back: ${String(error)}\nSee "git status", and "git restore" what is changed.`,
    )
  }
}

/** A file beside one in a folder that has moved went with it. */
function movedPath(path: string, moves: readonly Moving[], at: (file: string) => string): string {
  const move = moves.find(({ from }) => path.startsWith(`${at(from)}/`))
  return move ? at(move.to) + path.slice(at(move.from).length) : path
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true })
}

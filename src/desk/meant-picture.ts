import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { nearest } from '#domain/nearest.ts'
import { isPassedOver } from './passed-over.ts'

const PICTURE = /\.(jpe?g|png|webp|avif|gif)$/i

/**
 * Finds pictures by paths under which there are none: those that differ in case, in how letters
 * are composed, in blanks, slashes or escapes, or by a slip of the hand.
 */
export class MeantPictures {
  readonly #root: string
  readonly #folders = new Map<string, Promise<Dirent[]>>()

  /** @param root the newsroom's folder */
  constructor(root: string) {
    this.#root = root
  }

  /**
   * The path that was meant, as it is written in a file of a folder; undefined where none is near.
   * @param path as its author wrote it
   * @param folder of the file that names it, from the newsroom's folder
   */
  async find(path: string, folder: string): Promise<string | undefined> {
    const steps = posix.normalize(decoded(path).replaceAll('\\', '/').trim()).split('/')
    const name = steps.pop() ?? ''
    const below = await this.#folderMeant(steps, folder)
    const found =
      (below === undefined ? undefined : await this.#pictureIn(below, name, true)) ??
      (await this.#pictureIn(folder, name, false))
    if (found === undefined) return undefined
    const meant = posix.relative(folder, found)
    return meant.startsWith('../') ? meant : `./${meant}`
  }

  async #folderMeant(steps: readonly string[], folder: string): Promise<string | undefined> {
    let at = folder
    for (const step of steps) {
      if (step === '..' && at === '.') return undefined
      if (step === '..' || step === '.') {
        at = posix.join(at, step)
        continue
      }
      const folders = (await this.#entriesOf(at)).filter((entry) => entry.isDirectory())
      const found =
        folders.find(({ name }) => name === step) ?? folders.find(({ name }) => isAlike(name, step))
      if (!found) return undefined
      at = posix.join(at, found.name)
    }
    return at
  }

  async #pictureIn(folder: string, name: string, mayBeNear: boolean): Promise<string | undefined> {
    const entries = await this.#entriesOf(folder)
    const names = entries
      .filter((entry) => entry.isFile() && PICTURE.test(entry.name))
      .map((entry) => entry.name)
    const found =
      names.find((other) => other === name) ??
      names.find((other) => isAlike(other, name)) ??
      (mayBeNear ? nearest(name, names) : undefined)
    return found === undefined ? undefined : posix.join(folder, found)
  }

  #entriesOf(folder: string): Promise<Dirent[]> {
    const known = this.#folders.get(folder)
    if (known) return known
    const read = readdir(join(this.#root, folder), { withFileTypes: true }).then(
      (entries) =>
        entries.filter(({ name }) => !isPassedOver(name)).sort((a, b) => (a.name < b.name ? -1 : 1)),
      () => [],
    )
    this.#folders.set(folder, read)
    return read
  }
}

function isAlike(one: string, other: string): boolean {
  return essenceOf(one) === essenceOf(other)
}

function essenceOf(name: string): string {
  return decoded(name).normalize('NFC').toLowerCase().replace(/\s+/g, '')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

import { execFile } from 'node:child_process'
import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** In which each worker of the tests has a checkout, by its number; where tests run one at a time, none has. */
const CHECKOUTS = process.env.TEST_CHECKOUTS

/** The program as the tests of this worker build with it: builds of one checkout would wait for those of other workers. */
export const CHECKOUT = CHECKOUTS ? checkoutOf(Number(process.env.VITEST_POOL_ID), CHECKOUTS) : resolve('.')

/** @param worker counted from 1 */
export function checkoutOf(worker: number, checkouts: string): string {
  return resolve(checkouts, String(worker))
}

/**
 * What git would check out after a commit of all that is there, in place of
 * what is in the folder. That must be within the project: its packages are then found
 * from there as if `npm ci` had put them in.
 */
export async function checkOut(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await promisify(execFile)('git', list)
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    // A file that is taken out, but not yet committed, is no longer there.
    await cp(file, join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

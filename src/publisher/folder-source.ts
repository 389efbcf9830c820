import { stat } from 'node:fs/promises'
import type { Source } from './source.ts'

/** A folder in which people and programs write as they like: it is published as it is. */
export function folderSource(newsroom: string): Source {
  return {
    async prepare() {
      const isThere = await stat(newsroom).then(
        (found) => found.isDirectory(),
        () => false,
      )
      if (isThere) return { state: 'ready' }
      return {
        state: 'unavailable',
        message: `The newsroom’s folder ${newsroom} is gone. Put it back where it was.`,
      }
    },
    settled: async () => ({ fellBack: false }),
  }
}

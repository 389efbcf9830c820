import { availableParallelism } from 'node:os'
import { FactsThread } from './facts-thread.ts'
import { type AnalysedFile, filesReader, type Reading } from './files-reader.ts'
import type { Texts } from './texts.ts'

/** With fewer for each a second thread costs more than it saves. */
const LEAST_FILES = 500
const MOST_THREADS = 4

/**
 * Reads files side by side, on as many threads as there are cores; in the order of the files.
 * @param texts is added to
 */
export async function readFiles(
  reading: Reading,
  files: readonly string[],
  texts: Texts,
): Promise<AnalysedFile[]> {
  const count = Math.min(availableParallelism(), MOST_THREADS, Math.floor(files.length / LEAST_FILES))
  if (count < 2) return filesReader(reading, texts)(files)
  const threads = Array.from({ length: count }, () => new FactsThread(reading, texts))
  try {
    const read = await Promise.all(
      threads.map((thread, i) =>
        inTurns(
          files.filter((_, at) => at % count === i),
          (some) => thread.read(some),
        ),
      ),
    )
    return files.map((_, at) => read[at % count]?.[Math.floor(at / count)] as AnalysedFile)
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

/** So that no thread has to hold all that it has found. */
async function inTurns(
  files: readonly string[],
  read: (files: readonly string[]) => Promise<AnalysedFile[]>,
): Promise<AnalysedFile[]> {
  const found: AnalysedFile[] = []
  for (let at = 0; at < files.length; at += LEAST_FILES)
    found.push(...(await read(files.slice(at, at + LEAST_FILES))))
  return found
}

import { workerData } from 'node:worker_threads'
import { serveThread } from '#build/thread.ts'
import type { FactsAnswer } from './facts-thread.ts'
import { filesReader, type Reading } from './files-reader.ts'
import { Texts } from './texts.ts'

const texts = new Texts()
const read = filesReader(workerData as Reading, texts)
let sent = 0

serveThread((files: readonly string[]): FactsAnswer => {
  const found = read(files)
  const unsent = texts.from(sent)
  sent = texts.size
  return { found, texts: unsent }
})
